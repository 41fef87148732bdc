/** Beside what waits: the week, who is in an interview, promises kept. */
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { rich } from '../../shared/rich.tsx';
import { liveText } from '../live-text.ts';
import { reportPath } from '../paths.ts';
import type { Home } from './home-types.ts';
import { weekInWords } from './home-words.ts';

export function HomeSide({ home }: { home: Home }) {
  return (
    <div class="home-side">
      <Week week={home.week} />
      <section aria-labelledby="live-now">
        <h2 id="live-now">{t('home.live', 'In an interview now')}</h2>
        {home.live.length === 0 ? (
          <p class="say muted">{t('home.live.none', 'Nobody just now.')}</p>
        ) : (
          home.live.map((one) => (
            <p class="say" key={one.id}>
              {rich(
                'home.live.one',
                '<a>{name}</a>: {where}',
                {
                  a: (inner) => (
                    <a href={reportPath(one.id)} dir="auto">
                      {inner}
                    </a>
                  ),
                },
                { name: one.name, where: liveText(one.live, one) },
              )}
            </p>
          ))
        )}
      </section>
      {home.promises.of + home.ratings.answers === 0 ? null : (
        <section aria-labelledby="promises">
          <h2 id="promises">{t('home.promises', 'Promises to candidates')}</h2>
          {home.promises.of === 0 ? null : (
            <p class="say">
              {t(
                'home.promises.say',
                '{kept} of the last {of, plural, one {# decision} other {# decisions}} came by the promised date.',
                home.promises,
              )}
            </p>
          )}
          {home.ratings.average === null ? null : (
            <p class="say">
              {t(
                'home.ratings.say',
                'Candidates rate the interview {average} of 5 ({answers, plural, one {# answer} other {# answers}}).',
                {
                  average: number(home.ratings.average, { maximumFractionDigits: 1 }),
                  answers: home.ratings.answers,
                },
              )}
            </p>
          )}
        </section>
      )}
    </div>
  );
}

function Week({ week }: { week: Home['week'] }) {
  const bars = [
    { label: t('home.bar.invited', 'Invited'), n: week.invited },
    { label: t('home.bar.started', 'Started'), n: week.started },
    { label: t('home.bar.finished', 'Finished'), n: week.finished },
    { label: t('home.bar.decided', 'Decided'), n: week.decided },
  ];
  return (
    <section aria-labelledby="week">
      <h2 id="week">{t('home.week', 'The last seven days')}</h2>
      <p class="say">{weekInWords(week)}</p>
      {week.invited === 0 ? null : (
        <dl class="bars">
          {bars.map(({ label, n }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <svg aria-hidden="true" focusable="false">
                  <rect class="bar-all" width="100%" height="8" rx="2" />
                  <rect class="bar-part" width={`${Math.round((100 * n) / week.invited)}%`} height="8" rx="2" />
                </svg>
              </dd>
              <dd class="bar-n">{number(n)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
