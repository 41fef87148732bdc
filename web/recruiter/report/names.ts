/** What to call a person in a short line: the first word of the name, or all of it when there is no other. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
