/** Which work on an interview can be set aside when it fails the same way again and again. Pure. */
export const PARKED_TASKS = [
  'save-turn',
  'save-draft',
  'save-review',
  'ask-human',
  'save-spend',
  'progress',
  'event',
  'ended',
  'withdrawn',
  'seal',
  'score',
  'notify',
] as const;
export type ParkedTask = (typeof PARKED_TASKS)[number];
