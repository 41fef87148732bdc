// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows become blocks, and the roles keep them a table
/** What is kept, where, until when. */
import type { ComponentChildren } from 'preact';
import { length } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { lock } from '../../shared/icons.ts';
import { regionName } from '../../shared/region-name.ts';
import type { OwnInterview } from '../link.ts';
import type { OwnData } from './data-page.tsx';
import { Unsealed } from './unsealed.tsx';

export function Kept({ own, data }: { own: OwnInterview; data: OwnData }) {
  const answers = data.turns.filter((turn) => turn.speaker === 'candidate').length;
  const place = regionName(own.region.id);
  return (
    <section class="sub" aria-labelledby="kept">
      <h2 id="kept">{t('data.kept', 'What is kept')}</h2>
      <Unsealed own={own} />
      <table class="kept" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('data.what', 'What')}
            </th>
            <th scope="col" role="columnheader">
              {t('data.where', 'Where')}
            </th>
            <th scope="col" role="columnheader">
              {t('data.until', 'Until')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <Row
            name={t('data.answers', 'Your answers')}
            more={t(
              'data.answers.count',
              '{answers, plural, =0 {none yet} one {# answer, as text} other {# answers, as text}}',
              { answers },
            )}
            place={place}
            days={data.keptDays.words}
          />
          <Row
            name={t('data.contact', 'Name and mail address')}
            more={data.email}
            place={place}
            days={data.keptDays.words}
          />
          <Row
            name={t('data.consents', 'Your choices')}
            more={t('data.consents.more', 'what you agreed to, and when')}
            place={place}
            days={data.keptDays.consents}
          />
          {data.aboutYou === null ? null : (
            <Row
              name={t('about.data', 'What you said about yourself')}
              more={t('data.about.more', 'apart from your interview, and only counted')}
              place={place}
              days={data.keptDays.aboutYou}
            />
          )}
          {data.recording === null ? (
            <tr class="none" role="row">
              <th scope="row" role="rowheader">
                {t('data.recording', 'Recording of your voice')}
              </th>
              <td colSpan={2} role="cell">
                {t('data.recording.none', 'Not kept.')}
              </td>
            </tr>
          ) : (
            <Row
              name={t('data.recording', 'Recording of your voice')}
              more={length(data.recording.durationMs)}
              place={place}
              days={data.keptDays.recording}
            />
          )}
        </tbody>
      </table>
      {data.recording?.sealed === true ? (
        <div class="stack-s">
          <p class="label" id="own-sound">
            {t('data.recording.hear', 'Hear your recording')}
          </p>
          {/* biome-ignore lint/a11y/useMediaCaption: what was said stands in writing in the copy of one's data */}
          <audio class="own-sound" controls preload="none" src="/api/candidate/recording" aria-labelledby="own-sound" />
        </div>
      ) : null}
    </section>
  );
}

function Row({
  name,
  more,
  place,
  days,
}: {
  name: string;
  more: ComponentChildren;
  place: string;
  days: number | null;
}) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {name} <span>{more}</span>
      </th>
      <td role="cell">
        <span class="place">
          <Icon d={lock} />
          {place}
        </span>
      </td>
      <td role="cell">
        {days === null
          ? t('data.forever', 'as long as the employer has an account')
          : t('data.days', '{days, plural, one {# day} other {# days}} after the decision', { days })}
      </td>
    </tr>
  );
}
