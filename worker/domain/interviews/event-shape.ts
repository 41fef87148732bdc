/** What can happen to an interview, for its history. No detail of an event holds words of a candidate. Pure. */
export type InterviewEventKind =
  | 'invited'
  | 'link-opened'
  | 'consent-given'
  | 'consent-withdrawn'
  | 'started'
  | 'line-lost'
  | 'line-back'
  | 'time-given-back'
  | 'ended'
  | 'sealed'
  | 'seal-failed'
  /** Something failed the same way again and again and was set aside; in the detail: task, cause. */
  | 'task-parked'
  /** A member or the operator had it tried again; in the detail: by. */
  | 'task-retried'
  /** In the detail, when a member asked for it again: by, run. */
  | 'scored'
  /** A member gave levels of their own; in the detail: by, version. */
  | 'scored-by-person'
  | 'recruiter-told'
  | 'transcript-corrected'
  | 'level-overridden'
  | 'decided'
  /** The promised date passed without a decision; in the detail: due. */
  | 'deadline-missed'
  /** A member arranged something for the candidate; in the detail: by, number, kinds. */
  | 'adjusted'
  /** A decision was taken back before its letter left; in the detail: by, number. */
  | 'decision-undone'
  | 'request-made'
  | 'request-answered'
  /** Who hears, thinks and speaks; in the detail: engine, maker. */
  | 'engine-chosen'
  | 'engine-changed'
  /** In the detail: maker, kind, status. */
  | 'provider-fault'
  /** In the detail: cap, which is `interview` or `tenant`. */
  | 'spend-cap'
  /** A member listened in while the interview went on; in the detail: by. */
  | 'listened-in'
  /** The call's own recording ended; in the detail: ok. */
  | 'call-recorded';
