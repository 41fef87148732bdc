/** An arrangement as it stands in the form, and as the server takes it. */
import type { Answer } from '../../shared/api.ts';

export type Arranged = Answer<'GET /api/recruiter/interviews/:id/adjustments'>;
export type Adjustments = NonNullable<Arranged['adjustments']>;
type Language = NonNullable<Adjustments['language']>;

export interface Draft {
  /** `none`, `p25` for percent, `m10` for minutes. */
  time: string;
  textOnly: boolean;
  /** `none`, or how many. */
  breaks: string;
  breakMinutes: string;
  language: Language | 'plan';
  /** A day as `2026-12-01`; empty leaves the link's end where it is. */
  until: string;
  person: boolean;
}

export function draftOf(before: Adjustments | null): Draft {
  const extra = before?.extraTime ?? null;
  return {
    time: extra === null ? 'none' : extra.by === 'percent' ? `p${extra.percent}` : `m${extra.minutes}`,
    textOnly: before?.textOnly ?? false,
    breaks: before?.breaks === null || before === null ? 'none' : String(before.breaks.count),
    breakMinutes: String(before?.breaks?.minutes ?? 10),
    language: before?.language ?? 'plan',
    until: before?.until?.slice(0, 10) ?? '',
    person: before?.person ?? false,
  };
}

export function arrangementOf(draft: Draft): Adjustments {
  const amount = Number(draft.time.slice(1));
  return {
    extraTime:
      draft.time === 'none'
        ? null
        : draft.time.startsWith('p')
          ? { by: 'percent', percent: amount }
          : { by: 'minutes', minutes: amount },
    textOnly: draft.textOnly,
    breaks: draft.breaks === 'none' ? null : { count: Number(draft.breaks), minutes: Number(draft.breakMinutes) },
    language: draft.language === 'plan' ? null : draft.language,
    // To the end of that day where the member sits.
    until: draft.until === '' ? null : new Date(`${draft.until}T23:59:00`).toISOString(),
    person: draft.person,
  };
}

/** Whether anything at all would be arranged. */
export function isEmpty(draft: Draft): boolean {
  const { time, textOnly, breaks, language, until, person } = draft;
  return time === 'none' && !textOnly && breaks === 'none' && language === 'plan' && until === '' && !person;
}
