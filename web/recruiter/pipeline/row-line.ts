/** The one line and the date of a row: what is known about a person at each state, and nothing more. */
import { day, dayAndTime, relative, time } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { liveText } from '../live-text.ts';
import type { Row } from './pipeline-types.ts';

export function rowLine(row: Row, now: Date): string {
  if (row.asks !== null && waits(row, row.asks)) return asksLine(row.asks);
  if (row.fault && row.decision === null)
    return t('row.fault', 'Something failed on our side and was set aside; open it to try again');
  switch (row.state) {
    case 'invited':
      return row.invitation === null
        ? t('row.invited', 'Invited, not opened yet')
        : t('row.invited.at', 'Mail sent {when}, not opened yet', { when: relative(row.invitation.sentAt, now) });
    case 'opened':
      return t('row.opened', 'Opened the link {when}, has not started', {
        when: relative(row.invitation?.openedAt ?? row.invitation?.sentAt ?? now, now),
      });
    case 'in-interview':
      return liveText(row.live, row);
    case 'sealing':
      return t('row.sealing', 'Ended {when}; the recording is being joined', { when: ended(row, now) });
    case 'scoring':
      return t('row.scoring', 'Ended {when}; answers are held against the rubric', { when: ended(row, now) });
    case 'human-requested':
      return t('row.human', 'Asked for a person instead of the AI');
    case 'withdrawn':
      return t('row.withdrawn', 'Withdrew; nothing is judged');
    case 'expired':
      return t('row.expired', 'The link ran out before the interview began');
    case 'to-decide':
    case 'on-hold':
    case 'next-round':
    case 'declined':
      return row.headline === '' ? t('row.no-headline', 'The report has no summary') : row.headline;
  }
}

/** What somebody cannot go on without, or asks after a decision, stands above what the report says. */
function waits(row: Row, asks: NonNullable<Row['asks']>): boolean {
  return row.group !== 'in-progress' && (asks !== 'question' || row.group === 'invited');
}

function ended(row: Row, now: Date): string {
  return relative(row.endedAt ?? now, now);
}

function asksLine(kind: NonNullable<Row['asks']>): string {
  switch (kind) {
    case 'human':
      return t('row.asks.human', 'Asked for a person instead; waits for your answer');
    case 'adjustment':
      return t('row.asks.adjustment', 'Asked for an adjustment; waits for your answer');
    case 'review':
      return t('row.asks.review', 'Asked for a person’s review; waits for your answer');
    case 'question':
      return t('row.asks.question', 'Asked a question; waits for your answer');
  }
}

export interface DueLine {
  text: string;
  tone: 'late' | 'soon' | 'plain' | 'kept' | 'dim';
}

/** What the promised date has become. */
export function dueLine(row: Row, now: Date, decisionDays: number): DueLine {
  if (row.decision !== null && row.group !== 'on-hold') {
    const at = day(row.decision.at);
    const late = row.dueAt !== null && row.decision.at > row.dueAt;
    return late
      ? { text: t('due.decided-late', 'Decided late, {at}', { at }), tone: 'dim' }
      : { text: t('due.kept', 'Kept, {at}', { at }), tone: 'kept' };
  }
  if (row.group === 'invited') {
    const ends = row.invitation?.endsAt;
    return { text: ends === undefined ? '' : t('due.link-ends', 'Link ends {at}', { at: day(ends) }), tone: 'dim' };
  }
  if (row.state === 'in-interview') {
    return {
      text: t('due.after', '{n, plural, one {# working day} other {# working days}} after it ends', {
        n: decisionDays,
      }),
      tone: 'dim',
    };
  }
  if (row.dueAt === null || row.group === 'closed') return { text: '', tone: 'dim' };
  const due = new Date(row.dueAt);
  if (due < now) return { text: t('due.late', 'Late since {at}', { at: day(due) }), tone: 'late' };
  if (due.toDateString() === now.toDateString()) {
    return { text: t('due.today', 'Today, {at}', { at: time(due) }), tone: 'soon' };
  }
  return { text: dayAndTime(due), tone: 'plain' };
}
