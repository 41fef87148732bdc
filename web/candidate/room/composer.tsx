/** Typing an answer; what is typed is kept as it is typed. */
import { useEffect, useRef } from 'preact/hooks';
import { WIRE_LIMITS } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, lock, microphone, think } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';

interface Props {
  text: string;
  write: (text: string) => void;
  /** True while something typed is on this device only. */
  onDevice: boolean;
  listening: boolean;
  thinkingOn: boolean;
  canSpeak: boolean;
  /** What was said aloud and should now be put in writing. */
  afterSpeech: boolean;
  thinkAloud: () => void;
  speak: () => void;
  send: () => void;
}

export function Composer(props: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.listening) field.current?.focus({ preventScroll: true });
  }, [props.listening]);
  const empty = props.text.trim() === '';
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (props.listening && !empty) props.send();
      }}
    >
      <label class={props.afterSpeech ? 'label' : 'vh'} for="answer">
        {props.afterSpeech
          ? t('room.after-speech', 'Write what should be read; your recording stays beside it')
          : t('room.answer', 'Your answer')}
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
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && props.listening && !empty) props.send();
        }}
      />
      <p id="kept" class="small">
        {props.onDevice ? (
          <>
            <Icon d={lock} />
            {t('room.on-device', 'Kept on this device until the line is back.')}
          </>
        ) : (
          <>
            <Icon d={check} />
            {t('room.kept', 'Kept as you type.')}
          </>
        )}
      </p>
      <div class="composer-act">
        <button class="tool" type="button" aria-pressed={props.thinkingOn} onClick={props.thinkAloud}>
          <Icon d={think} />
          {t('room.think', 'Let me think')}
        </button>
        {props.canSpeak ? (
          <button class="tool" type="button" onClick={props.speak}>
            <Icon d={microphone} />
            {t('room.speak', 'Speak instead')}
          </button>
        ) : null}
        <Button
          kind="main"
          class="done"
          type="submit"
          why={
            props.listening
              ? empty
                ? t('room.empty', 'Write something first.')
                : undefined
              : t('room.wait', 'It is the interviewer’s turn.')
          }
        >
          {t('room.send', 'Send answer')}
        </Button>
      </div>
    </form>
  );
}
