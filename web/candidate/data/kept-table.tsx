/** One line for each kind of data: how much, where it rests, how long. */
import { minutes, size } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { lock } from '../../shared/icons.ts';
import type { OwnData, OwnInterview } from './own-types.ts';

interface Line {
  what: string;
  how: string;
  keptDays: number | null;
}

export function KeptTable({ own, data, place }: { own: OwnInterview; data: OwnData; place: string }) {
  return (
    <section class="sub" aria-labelledby="kept">
      <h2 id="kept">{t('kept.h2', 'What is kept')}</h2>
      {/* Roles are written out, because on a phone the cells no longer display as a table. */}
      <table class="kept" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('kept.what', 'What')}
            </th>
            <th scope="col" role="columnheader">
              {t('kept.where', 'Where')}
            </th>
            <th scope="col" role="columnheader">
              {t('kept.until', 'How long')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines(own, data).map((line) => (
            <Row key={line.what} line={line} place={place} />
          ))}
          {data.recording === null ? <NoRecording agreed={own.consents.recording} /> : null}
        </tbody>
      </table>
    </section>
  );
}

function lines(own: OwnInterview, data: OwnData): Line[] {
  const answers = data.turns.filter((turn) => turn.speaker === 'candidate').length;
  const always: Line[] = [
    {
      what: t('kept.answers', 'Your answers'),
      how:
        answers === 0
          ? t('kept.answers.none', 'none yet')
          : t('kept.answers.how', '{n, plural, one {# answer} other {# answers}}, as text', { n: answers }),
      keptDays: data.keptDays.words,
    },
    {
      what: t('kept.name', 'Name and mail address'),
      how: `${data.name} · ${data.email}`,
      keptDays: data.keptDays.words,
    },
    {
      what: t('kept.choices', 'Your choices'),
      how: t('kept.choices.how', 'what you agreed to, and when'),
      keptDays: data.keptDays.consents,
    },
  ];
  if (own.endedAt !== null) {
    always.splice(1, 0, {
      what: t('kept.notes', 'Notes and levels'),
      how: t('kept.notes.how', 'made by rules and by people, on your words'),
      keptDays: data.keptDays.words,
    });
  }
  if (data.recording === null) return always;
  const { durationMs, bytes } = data.recording;
  const recording: Line = {
    what: t('kept.recording', 'Recording of your voice'),
    how: `${minutes(durationMs)} · ${size(bytes)}`,
    keptDays: data.keptDays.recording,
  };
  return [...always, recording];
}

function Row({ line, place }: { line: Line; place: string }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {line.what} <span>{line.how}</span>
      </th>
      <td role="cell">
        <span class="place">
          <Icon d={lock} />
          {place}
        </span>
        <span class="how">{t('kept.guaranteed', 'guaranteed')}</span>
      </td>
      <td role="cell">
        {line.keptDays === null
          ? t('kept.while', 'While the employer uses Interloop')
          : t('kept.days', '{n, plural, one {# day} other {# days}} after the decision', { n: line.keptDays })}
      </td>
    </tr>
  );
}

function NoRecording({ agreed }: { agreed: boolean }) {
  return (
    <tr class="none" role="row">
      <th scope="row" role="rowheader">
        {t('kept.recording', 'Recording of your voice')}
      </th>
      <td colSpan={2} role="cell">
        {agreed
          ? t('kept.recording.none', 'Nothing recorded so far.')
          : t('kept.recording.off', 'Not kept. You left it off.')}
      </td>
    </tr>
  );
}
