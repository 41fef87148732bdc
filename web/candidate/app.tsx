/** The candidate's area: one link, one page at a time. */
import './candidate.css';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso/lazy';
import { api } from '../shared/api.ts';
import { arrive } from '../shared/arrive.ts';
import { t } from '../shared/i18n.ts';
import { lazyPage } from '../shared/lazy-page.ts';
import { checkWhenShownAgain } from '../shared/shown-again.ts';
import { Announcer } from '../shared/ui/announcer.tsx';
import { Loading } from '../shared/ui/states.tsx';
import { useLoad } from '../shared/use-load.ts';
import { Frame } from './frame.tsx';
import { bringsLink, takeLink } from './kept-link.ts';
import { type Opened, openLink } from './link.ts';
import { chosenMode } from './mode.ts';
import type { PageProps } from './page-props.ts';
import { NoLinkPage, ProblemPage } from './problem-page.tsx';
import { type Chosen, chosenAgain, type Step, stepOf } from './step-rules.ts';
import { WelcomePage } from './welcome-page.tsx';

const CodePage = lazyPage<PageProps>(() => import('./code-page.tsx').then((page) => page.CodePage));
const ConsentPage = lazyPage<PageProps>(() => import('./consent-page.tsx').then((page) => page.ConsentPage));
const CheckPage = lazyPage<PageProps>(() => import('./check/check-page.tsx').then((page) => page.CheckPage));
const PracticePage = lazyPage<PageProps>(() =>
  import('./practice/practice-page.tsx').then((page) => page.PracticePage),
);
const BackPage = lazyPage<PageProps>(() => import('./back-page.tsx').then((page) => page.BackPage));
const RoomPage = lazyPage<PageProps>(() => import('./room/room-page.tsx').then((page) => page.RoomPage));
const DonePage = lazyPage<PageProps>(() => import('./done/done-page.tsx').then((page) => page.DonePage));
const DataPage = lazyPage<PageProps>(() => import('./data/data-page.tsx').then((page) => page.DataPage));

export function App() {
  return (
    <ErrorBoundary>
      <Opening />
      <Announcer />
    </ErrorBoundary>
  );
}

function Opening() {
  const [link] = useState(takeLink);
  useEffect(() => {
    const moved = () => {
      if (!bringsLink()) return;
      takeLink();
      location.reload();
    };
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  return link === '' ? <NoLinkPage /> : <OpenedBy link={link} />;
}

function OpenedBy({ link }: { link: string }) {
  const load = useLoad((signal) => openLink(link, signal), [link]);
  switch (load.state) {
    case 'loading':
      return (
        <Frame>
          <Loading what={t('link.loading', 'Opening your interview…')} />
        </Frame>
      );
    case 'failed':
      return <ProblemPage problem={load.problem} link={link} retry={load.reload} />;
    case 'ready':
      return <Pages opened={load.data} reload={load.reload} />;
  }
}

function Pages({ opened, reload }: { opened: Opened; reload: () => void }) {
  const [chosen, choose] = useState(firstChosen);
  const [data, setData] = useState(location.hash === '#data');
  useEffect(() => {
    const moved = () => {
      setData(location.hash === '#data');
      const wanted = history.state?.step;
      if (isChosen(wanted)) choose(wanted);
    };
    addEventListener('popstate', moved);
    addEventListener('hashchange', moved);
    return () => {
      removeEventListener('popstate', moved);
      removeEventListener('hashchange', moved);
    };
  }, []);
  const { own, facts } = opened;
  const interview = own?.id ?? null;
  useEffect(() => {
    if (interview === null) return undefined;
    return checkWhenShownAgain(async () => (await api('GET /api/candidate/interview')).id === interview);
  }, [interview]);
  const at = stepOf(
    {
      signedIn: own !== null,
      state: own?.state ?? '',
      consented: own?.consents.interview ?? false,
      started: own?.startedAt !== null && own !== null,
    },
    chosen,
  );
  const step: Step = data && own !== null ? 'data' : at;
  useEffect(() => {
    arrive();
    scrollTo(0, 0);
  }, [step]);
  const go = (next: Chosen) => {
    history.pushState({ step: next }, '');
    choose(next);
  };
  return (
    <ErrorBoundary>
      <Page step={step} opened={opened} reload={reload} go={go} key={`${step}${facts.interview}`} />
    </ErrorBoundary>
  );
}

function Page({ step, ...props }: PageProps & { step: Step }) {
  switch (step) {
    case 'welcome':
      return <WelcomePage {...props} />;
    case 'code':
      return <CodePage {...props} />;
    case 'consent':
      return <ConsentPage {...props} />;
    case 'check':
      return <CheckPage {...props} />;
    case 'practice':
      return <PracticePage {...props} />;
    case 'back':
      return <BackPage {...props} />;
    case 'room':
      return <RoomPage {...props} />;
    case 'done':
      return <DonePage {...props} />;
    case 'data':
      return <DataPage {...props} />;
  }
}

function firstChosen(): Chosen {
  const [visit] = performance.getEntriesByType('navigation');
  const reloaded = visit instanceof PerformanceNavigationTiming && visit.type === 'reload';
  return chosenAgain(history.state?.step, { reloaded, mode: chosenMode() });
}

function isChosen(step: unknown): step is Chosen {
  return typeof step === 'string' && ['welcome', 'code', 'check', 'practice', 'room'].includes(step);
}
