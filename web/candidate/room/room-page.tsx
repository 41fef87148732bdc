/** The room, from the first question to the review. */
import './room.css';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { lazyPage } from '../../shared/lazy-page.ts';
import { Loading } from '../../shared/ui/states.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { AskDialog } from '../ask-dialog.tsx';
import { chosenMode } from '../mode.ts';
import type { PageProps } from '../page-props.ts';
import type { ReviewProps } from '../review/review-page.tsx';
import { Answering } from './answering.tsx';
import { Clock } from './clock.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { OptionsMenu } from './options-menu.tsx';
import { RoomBar } from './room-bar.tsx';
import { useSession } from './use-session.ts';

const ReviewPage = lazyPage<ReviewProps>(() => import('../review/review-page.tsx').then((page) => page.ReviewPage));

const AFTER = new Set(['sealing', 'scoring', 'notifying', 'done', 'ended']);

export function RoomPage({ opened, reload }: PageProps) {
  const { facts } = opened;
  const session = useSession(facts.interview);
  const { view, line, act } = session;
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState(false);
  useTitle(t('room.title', 'Interview'), facts.tenant);

  useEffect(() => {
    if (view?.phase === 'ready' && line === 'up') act({ type: 'start', mode: chosenMode() });
  }, [view?.phase, line]);
  useEffect(() => {
    if (line === 'over') reload();
  }, [line]);

  if (left)
    return <Elsewhere tenant={facts.tenant} kind="left" until={facts.expiresAt} back={() => location.reload()} />;
  if (line === 'elsewhere')
    return <Elsewhere tenant={facts.tenant} kind="elsewhere" until={facts.expiresAt} back={session.takePen} />;
  if (view === null || view.phase === 'ready' || view.phase === 'lobby') {
    return (
      <div class="room">
        <RoomBar tenant={facts.tenant} view={null}>
          {null}
        </RoomBar>
        <main id="main" class="stage" tabindex={-1}>
          <Loading what={t('room.opening-door', 'Opening the room…')} />
        </main>
      </div>
    );
  }
  if (view.phase === 'review' || AFTER.has(view.phase)) {
    return <ReviewPage session={session} opened={opened} reload={reload} />;
  }
  return (
    <div class="room">
      <RoomBar tenant={facts.tenant} view={view}>
        <Clock clock={view.clock} at={session.viewAt} stopped={line !== 'up'} />
        <OptionsMenu
          view={view}
          own={opened.own}
          until={facts.expiresAt}
          waitLonger={(on) => act({ type: 'wait-longer', on })}
          takeBreak={() => act({ type: 'break', on: true })}
          askHuman={() => setAsking(true)}
          leave={() => setLeft(true)}
        />
      </RoomBar>
      <Answering session={{ ...session, view }} opened={opened} />
      {asking ? (
        <AskDialog
          kind="human"
          tenant={facts.tenant}
          send={async (text) => act({ type: 'ask-human', text })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
