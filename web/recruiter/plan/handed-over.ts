/** A job description on its way from another page to the plan that it becomes; gone once it is taken. */

const waiting = new Map<string, string>();

export function handOver(roleId: string, description: string): void {
  waiting.set(roleId, description);
}

export function takeOver(roleId: string): string | null {
  const description = waiting.get(roleId) ?? null;
  waiting.delete(roleId);
  return description;
}
