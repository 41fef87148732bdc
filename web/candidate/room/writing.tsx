/** The room for who writes: what was said, the question, and the field, which stays above a phone's keyboard. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ShownTurn, View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Composer } from './composer.tsx';
import { Question } from './question.tsx';
import type { RoomSentences } from './room-sentences-rules.ts';
import { Said } from './said.tsx';
import type { OwnAnswer } from './use-answer.ts';
import { useSeenHeight } from './use-seen-height.ts';

interface Props {
  view: View;
  turns: ShownTurn[];
  sentences: RoomSentences;
  answer: OwnAnswer;
  /** What was said aloud of this answer and is text already. */
  spoken: string;
  /** The answer that waits for the line. */
  unsent: string | null;
  /** Stops the interviewer's voice; null where it says nothing aloud. */
  interrupt: (() => void) | null;
  /** Goes over to speaking; null where nothing would come of it. */
  speak: (() => void) | null;
  speaksToo: boolean;
  /** Goes over to writing alone; null for who does already. */
  onlyWrite: (() => void) | null;
  thinkAloud: () => void;
  repeat: () => void;
  /** What is being mended. */
  children: ComponentChildren;
}

export function Writing({ view, turns, sentences, answer, spoken, unsent, children, ...can }: Props) {
  const main = useRef<HTMLElement>(null);
  useSeenHeight(main);
  // What was said last is what the question goes on from.
  useEffect(() => {
    if (main.current !== null) main.current.scrollTop = main.current.scrollHeight;
  }, [turns.length, unsent]);
  return (
    <>
      <main id="main" class="col said" tabindex={0} ref={main}>
        {children}
        <Said turns={turns} question={view.utterance?.text ?? ''} begun={spoken} unsent={unsent} />
        <Question view={view} />
      </main>
      <section class="dock" aria-label={t('room.dock', 'What you can do')}>
        <Composer
          text={answer.text}
          write={answer.write}
          send={answer.send}
          phase={view.phase}
          sentences={sentences}
          waits={unsent !== null}
          thinkingOn={view.thinkingOn}
          {...can}
        />
      </section>
    </>
  );
}
