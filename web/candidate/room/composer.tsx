/** Writing an answer; what is written is kept as it is written. */
import { useEffect, useRef } from 'preact/hooks';
import { type PhaseKind, WIRE_LIMITS } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, keyboard, lock, microphone, repeat as repeated, think } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { RoomSentences } from './room-sentences-rules.ts';
import { fieldText, keptText } from './room-texts.ts';
import { TurnLine } from './turn-line.tsx';

interface Props {
  text: string;
  write: (text: string) => void;
  send: () => void;
  phase: PhaseKind;
  sentences: RoomSentences;
  /** An answer was sent and is not with us yet: the next one comes after it. */
  waits: boolean;
  thinkingOn: boolean;
  interrupt: (() => void) | null;
  speak: (() => void) | null;
  /** Speech is only recorded here: it stands beside what is written, not in its place. */
  speaksToo: boolean;
  onlyWrite: (() => void) | null;
  thinkAloud: () => void;
  repeat: () => void;
}

export function Composer(props: Props) {
  const { sentences } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const listening = props.phase === 'listening';
  useEffect(() => {
    if (listening) field.current?.focus({ preventScroll: true });
  }, [listening]);
  const why = whyNot(props);
  const send = () => {
    if (why === undefined) props.send();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TurnLine sentences={sentences} />
      <label class={sentences.field === 'answer' ? 'vh' : 'label'} for="answer">
        {fieldText(sentences.field)}
      </label>
      <textarea
        ref={field}
        class="input"
        id="answer"
        dir="auto"
        rows={3}
        maxLength={WIRE_LIMITS.answerChars}
        aria-describedby="kept"
        value={props.text}
        onInput={(event) => props.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <p id="kept" class="small">
        <Icon d={sentences.kept === 'with-us' ? check : lock} />
        {keptText(sentences.kept)}
      </p>
      <div class="composer-act">
        <Tools {...props} />
        {props.phase === 'speaking' && props.interrupt !== null ? (
          <Button kind="main" class="done" onClick={props.interrupt}>
            {t('room.answer-now', 'Answer now')}
          </Button>
        ) : (
          <Button kind="main" class="done" type="submit" why={why}>
            {t('room.send', 'Send answer')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Tools({ thinkingOn, thinkAloud, interrupt, repeat, speak, speaksToo, onlyWrite }: Props) {
  return (
    <>
      <button class="tool" type="button" aria-pressed={thinkingOn} onClick={thinkAloud}>
        <Icon d={think} />
        <span>{t('room.think', 'Let me think')}</span>
      </button>
      {interrupt === null ? null : (
        <button class="tool" type="button" onClick={repeat}>
          <Icon d={repeated} />
          <span>{t('room.repeat', 'Repeat')}</span>
        </button>
      )}
      {speak === null ? null : (
        <button class="tool" type="button" onClick={speak}>
          <Icon d={microphone} />
          <span>{speaksToo ? t('room.speak-too', 'Speak too') : t('room.speak', 'Speak instead')}</span>
        </button>
      )}
      {onlyWrite === null ? null : (
        <button class="tool" type="button" onClick={onlyWrite}>
          <Icon d={keyboard} />
          <span>{t('room.type-only', 'Type only')}</span>
        </button>
      )}
    </>
  );
}

/** Why nothing can be sent now. */
function whyNot({ phase, waits, text }: Props): string | undefined {
  if (waits) return t('room.waits', 'Your answer is on its way. The next one comes after it.');
  if (phase !== 'listening') return t('room.wait', 'It is the interviewer’s turn.');
  return text.trim() === '' ? t('room.empty', 'Write something first.') : undefined;
}
