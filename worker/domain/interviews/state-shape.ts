/** Where an interview can stand. One list for the table, the routes and the pipeline's chips. */
export const INTERVIEW_STATES = [
  'invited',
  'opened',
  'in-interview',
  'sealing',
  'scoring',
  'to-decide',
  'on-hold',
  'next-round',
  'declined',
  'withdrawn',
  'human-requested',
  'expired',
] as const;
export type InterviewState = (typeof INTERVIEW_STATES)[number];
