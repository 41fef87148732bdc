export function nextRehearsed(_r: unknown): never {
  throw new Error('stub');
}
