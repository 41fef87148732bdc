/** Addresses of the area's pages. */

export function rolePath(roleId: string): string {
  return `/app/roles/${roleId}`;
}

export function reportPath(interviewId: string): string {
  return `/app/interviews/${interviewId}`;
}

export function comparePath(roleId: string, people: readonly string[]): string {
  const asked = people.length === 0 ? '' : `?people=${people.join(',')}`;
  return `/app/roles/${roleId}/compare${asked}`;
}

export function planPath(roleId: string): string {
  return `/app/roles/${roleId}/plan`;
}

export function invitePath(roleId: string): string {
  return `/app/roles/${roleId}/invite`;
}

export function roleSettingsPath(roleId: string): string {
  return `/app/roles/${roleId}/settings`;
}
