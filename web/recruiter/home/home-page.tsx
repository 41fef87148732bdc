/** Home: what needs me now. At the very beginning, the way to the first role instead. */
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { useMe } from '../me.ts';
import { FirstSteps } from './first-steps.tsx';
import { todayInWords } from './home-dates.ts';
import { HomeSide } from './home-side.tsx';
import { headline } from './home-words.ts';
import { DecisionsDue, WaitingForAnswer } from './queues.tsx';
import './home.css';

export function HomePage() {
  const me = useMe();
  const home = useLoad((signal) => api('GET /api/recruiter/home', { signal }), []);
  useTitle(t('rail.home', 'Home'));
  if (home.state !== 'ready') {
    return (
      <main id="main" class="home" tabIndex={-1}>
        <Loaded of={home} what={t('home.loading', 'Looking what needs you…')}>
          {() => null}
        </Loaded>
      </main>
    );
  }
  const { data } = home;
  if (data.interviews === 0) return <FirstSteps alone={data.members <= 1} />;
  const now = new Date();
  const { zone } = me.tenant;
  return (
    <main id="main" class="home" tabIndex={-1}>
      <header class="home-head">
        <h1>{todayInWords(now, zone)}</h1>
        <p>{headline(data, now, zone)}</p>
      </header>
      <div class="home-queues">
        <DecisionsDue decisions={data.decisions} now={now} />
        <WaitingForAnswer requests={data.requests} now={now} />
      </div>
      <HomeSide home={data} />
    </main>
  );
}
