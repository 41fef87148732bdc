/** What a member arranged for this candidate: as a list on their pages, and as one sentence in the room. */
import type { SessionEvent } from '../../durable-objects/interview/protocol.ts';
import { day, list, minutes, number } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { Notice } from '../shared/ui/notice.tsx';
import type { OwnInterview } from './link.ts';

type Adjusted = Extract<SessionEvent, { type: 'adjusted' }>;

/** Nothing where nothing is arranged. */
export function Arranged({ own }: { own: OwnInterview | null }) {
  const given = own?.adjustments ?? null;
  if (own === null || given === null) return null;
  const lines = [
    ...(given.extraTime === null
      ? []
      : [t('arranged.own.time', 'More time: up to {length}', { length: minutes(own.minutes * 60_000) })]),
    ...(given.textOnly ? [t('arranged.own.text', 'You write your answers; you do not have to speak')] : []),
    ...(given.breaks === null
      ? []
      : [
          t('arranged.own.breaks', '{n} breaks of up to {length}', {
            n: number(given.breaks.count),
            length: minutes(given.breaks.minutes * 60_000),
          }),
        ]),
    ...(given.language === null ? [] : [t('arranged.own.language', 'The interviewer speaks another language')]),
    ...(given.until === null
      ? []
      : [t('arranged.own.until', 'Your link is open until {at}', { at: day(given.until) })]),
    ...(given.person ? [t('arranged.own.person', 'A person talks with you instead')] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <section class="arranged" aria-labelledby="arranged">
      <h2 id="arranged">{t('arranged.title', 'Arranged for you')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="small">{t('arranged.unjudged', 'Whatever judges your answers is not shown this.')}</p>
    </section>
  );
}

/** Told while the talk goes on. */
export function adjustedText({ extraMs, textOnly, breaks, language }: Adjusted): string {
  const parts = [
    ...(extraMs > 0 ? [t('room.adjusted.time', '{length} more', { length: minutes(extraMs) })] : []),
    ...(textOnly ? [t('room.adjusted.text', 'your answers in writing')] : []),
    ...(breaks > 0
      ? [t('room.adjusted.breaks', '{n, plural, one {# more break} other {# more breaks}}', { n: breaks })]
      : []),
    ...(language ? [t('room.adjusted.language', 'another language')] : []),
  ];
  return parts.length === 0
    ? t('room.adjusted.other', 'What was arranged for you has changed.')
    : t('room.adjusted', 'Arranged for you: {what}. Go on as you are.', { what: list(parts) });
}

/** The same sentence to see, until it was read. */
export function ArrangedNote({ text, read }: { text: string; read: () => void }) {
  return (
    <Notice>
      <p>{text}</p>
      <div class="act">
        <Button small kind="text" onClick={read}>
          {t('room.adjusted.read', 'Understood')}
        </Button>
      </div>
    </Notice>
  );
}
