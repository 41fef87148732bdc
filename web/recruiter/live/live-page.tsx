/** Who is in an interview now, at which question, and whether their line holds. */
import { useEffect, useRef } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { relative } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { live as liveIcon } from '../../shared/icons.ts';
import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { liveText } from '../live-text.ts';
import { PageTop } from '../page-top.tsx';
import { reportPath, rolePath } from '../paths.ts';
import { stateLook, stateWord } from '../state-words.ts';
import '../evidence.css';
import { ListenButton } from './listen-button.tsx';
import './live.css';

const ASK_EVERY_MS = 5000;

type Person = Answer<'GET /api/recruiter/live'>['people'][number];
type News = Answer<'GET /api/recruiter/live/lines'>['moving'][number];

function withNews(person: Person, news: News | undefined): Person {
  return { ...person, live: news?.live ?? null, listen: news?.listen ?? false };
}

export function LivePage() {
  const live = useLoad((signal) => api('GET /api/recruiter/live', { signal }), []);
  useTitle(t('live.title', 'Live'));
  const shown = useRef(live);
  shown.current = live;
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const lines = await api('GET /api/recruiter/live/lines').catch(() => null);
      const { current } = shown;
      if (lines === null || current.state !== 'ready') return;
      const news = new Map(lines.moving.map((one) => [one.id, one]));
      const { people } = current.data;
      const same = people.length === news.size && people.every(({ id, state }) => news.get(id)?.state === state);
      if (!same) return current.reload();
      current.put({ people: people.map((one) => withNews(one, news.get(one.id))) });
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div>
      <PageTop title={t('live.title', 'Live')} />
      <main id="main" class="live" tabIndex={-1}>
        <Loaded of={live} what={t('live.loading', 'Looking who is in an interview…')}>
          {({ people }) =>
            people.length === 0 ? (
              <Empty icon={liveIcon} title={t('live.none', 'Nobody is in an interview now')}>
                <p class="muted">
                  {t('live.none.text', 'Whoever begins one appears here by itself, and goes when the report is ready.')}
                </p>
              </Empty>
            ) : (
              <ul class="live-list">
                {people.map((person) => {
                  const look = stateLook(person.state);
                  return (
                    <li key={person.id}>
                      <p class="live-name">
                        <a href={reportPath(person.id)} dir="auto">
                          {person.name}
                        </a>
                        <a class="small" href={rolePath(person.role.id)}>
                          {person.role.title}
                        </a>
                      </p>
                      <span class="state">
                        <Icon d={look.d} class={look.tone} />
                        {stateWord(person.state)}
                      </span>
                      <p class="muted">
                        {person.state === 'in-interview'
                          ? liveText(person.live, person)
                          : t('live.ended', 'Ended {when}', {
                              when: relative(person.endedAt ?? new Date(), new Date()),
                            })}
                      </p>
                      {person.listen ? <ListenButton interview={person.id} name={person.name} /> : null}
                    </li>
                  );
                })}
              </ul>
            )
          }
        </Loaded>
        <p class="small">
          {t(
            'live.note',
            'You see where they are, not what they say: the words come with the report. Listening in is there only where somebody agreed to be heard, and their screen shows it.',
          )}
        </p>
      </main>
    </div>
  );
}
