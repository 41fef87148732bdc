/** Coming back to an interview that was begun: where it stands, and nothing opened before the person goes on. */
import { timeLeft } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { useTitle } from '../shared/use-title.ts';
import { Frame } from './frame.tsx';
import type { OwnInterview } from './link.ts';
import { chooseMode, chosenMode } from './mode.ts';
import type { PageProps } from './page-props.ts';
import { Ring } from './ring/ring.tsx';

export function BackPage({ opened, go }: PageProps) {
  const { facts, own } = opened;
  useTitle(t('back.title', 'Welcome back'), facts.tenant);
  if (own === null) return null;
  const on = (mode: 'voice' | 'text') => () => {
    chooseMode(mode);
    go('room');
  };
  const speaks = chosenMode() === 'voice';
  return (
    <Frame tenant={facts.tenant} dataHref="#data" calm>
      <div class="head">
        <Ring state="closed" />
        <h1>{t('back.h1', 'Welcome back, {name}', { name: own.firstName })}</h1>
        <p class="lead">{standText(own.at)}</p>
      </div>
      {own.at?.review === true ? (
        <div class="act">
          <Button kind="main" onClick={on(chosenMode())}>
            {t('back.read', 'Read it through')}
          </Button>
        </div>
      ) : (
        <div class="act">
          <Button kind="main" onClick={on(speaks ? 'voice' : 'text')}>
            {speaks ? t('check.go', 'Go on with my voice') : t('back.writing', 'Go on in writing')}
          </Button>
          <Button kind="text" onClick={on(speaks ? 'text' : 'voice')}>
            {speaks ? t('room.type', 'Type instead') : t('check.go', 'Go on with my voice')}
          </Button>
        </div>
      )}
      <p class="small after-act">
        {own.at?.elsewhere === true
          ? t('back.elsewhere', 'It is open in another tab or on another device. If you go on here, it stops there.')
          : t('back.still', 'The clock stands still and the microphone is off until you go on.')}
      </p>
    </Frame>
  );
}

/** "Question 3 of 8. 12 min left." */
function standText(at: OwnInterview['at']): string {
  if (at === null) return t('back.kept', 'Your place is kept, with everything you said.');
  if (at.review) return t('back.review', 'Every question is answered. What is left is to read it through and send it.');
  const left = at.remainingMs === null ? '' : timeLeft(at.remainingMs);
  return at.question === 0
    ? t('back.beginning', 'It has just begun. {left}.', { left })
    : t('back.question', 'Question {question} of {questions}. {left}.', {
        question: at.question,
        questions: at.questions,
        left,
      });
}
