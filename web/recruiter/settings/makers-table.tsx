/** Which provider gets what of what a candidate says, one line for each thing that one does. */
import type { Answer } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, close, question } from '../../shared/icons.ts';
import { CELL, COLUMN, ROW, ROW_HEAD, ROWS, TABLE } from '../table-roles.ts';
import { makerWord, placeWord, taskWord } from './privacy-words.ts';

type Makers = Answer<'GET /api/recruiter/privacy'>['makers'];
type May = Makers[number]['sound'];

export function MakersTable({ makers }: { makers: Makers }) {
  if (makers.length === 0) {
    return (
      <p>
        {t(
          'privacy.no-makers',
          'No provider is set up in this region. The interviewer follows the plan by rules, and nothing that a candidate says goes to anybody.',
        )}
      </p>
    );
  }
  const [sound, words] = [t('privacy.sound', 'The candidate’s voice'), t('privacy.words', 'The candidate’s words')];
  return (
    <table class="facts-table" {...TABLE} aria-labelledby="makers">
      <thead {...ROWS}>
        <tr {...ROW}>
          <th {...COLUMN}>{t('privacy.provider', 'Provider')}</th>
          <th {...COLUMN}>{t('privacy.processes', 'Where it processes')}</th>
          <th {...COLUMN}>{sound}</th>
          <th {...COLUMN}>{words}</th>
        </tr>
      </thead>
      <tbody {...ROWS}>
        {makers.map((one) => (
          <tr {...ROW} key={`${one.task} ${one.maker}`}>
            <th {...ROW_HEAD}>
              <span class="row-name">
                <b>{makerWord(one.maker, true)}</b>
                <span class="muted small">{taskWord(one.task)}</span>
              </span>
            </th>
            <td {...CELL} data-label={t('privacy.processes', 'Where it processes')}>
              {placeWord(one.place)}
            </td>
            <td {...CELL} data-label={sound}>
              <MayWord may={one.sound} />
            </td>
            <td {...CELL} data-label={words}>
              <MayWord may={one.words} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MayWord({ may }: { may: May }) {
  switch (may) {
    case 'allowed':
      return (
        <span class="good nowrap">
          <Icon d={check} small /> {t('privacy.allowed', 'Allowed')}
        </span>
      );
    case 'denied':
      return (
        <span class="muted nowrap">
          <Icon d={close} small /> {t('privacy.denied', 'Denied')}
        </span>
      );
    case 'unknown':
      return (
        <span class="warn nowrap">
          <Icon d={question} small /> {t('privacy.unknown', 'Unknown, so denied')}
        </span>
      );
  }
}
