/** Speaking or typing an answer, and switching between them at any moment; one transcript. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { stateInvited } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { Opened } from '../link.ts';
import { chooseMode } from '../mode.ts';
import { Composer } from './composer.tsx';
import { Dock } from './dock.tsx';
import { MicFault } from './mic-fault.tsx';
import { Question } from './question.tsx';
import { Said } from './said.tsx';
import { Stage } from './stage.tsx';
import { stateWords } from './state-words.ts';
import { forgetTyping, keepTyping, keptTyping } from './typing.ts';
import { useHearing } from './use-hearing.ts';
import { useInterviewer } from './use-interviewer.ts';
import { useRecording } from './use-recording.ts';
import type { Session } from './use-session.ts';

/** A draft goes out when typing rests for this long. */
const REST_MS = 600;

export function Answering({ session, opened }: { session: Session; opened: Opened }) {
  const { view, act, line } = session;
  const [text, setText] = useState(session.draft.text);
  const [afterSpeech, setAfterSpeech] = useState(false);
  const ring = useRef<HTMLDivElement>(null);
  const beganMs = useRef<number | null>(null);
  const listenedFromMs = useRef(0);
  /** When the answer that is now put in writing was said aloud. */
  const saidAloud = useRef<{ startMs: number; endMs: number } | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const interviewer = useInterviewer(session);
  const voice = view?.mode === 'voice';
  const listening = view?.phase === 'listening';
  const hearing = useHearing(session, voice && listening);
  const recording = useRecording(opened.facts.interview, session, voice && view?.phase !== 'paused', false, (level) =>
    ring.current?.style.setProperty('--level', String(Math.min(1, level * 3))),
  );
  const turn = view?.utterance?.turn;

  const { interview } = opened.facts;
  const question = view?.question?.number;
  // What the server has is a moment older than what this tab kept.
  useEffect(() => setText(keptTyping(interview, question) ?? session.draft.text), [session.draft]);
  useEffect(() => {
    if (!listening) return;
    beganMs.current = null;
    saidAloud.current = null;
    listenedFromMs.current = session.nowMs();
  }, [turn, listening]);
  if (view === null) return null;

  const write = (next: string) => {
    setText(next);
    if (question !== undefined) keepTyping({ interview, question, text: next });
    beganMs.current ??= session.nowMs();
    clearTimeout(rest.current);
    rest.current = setTimeout(() => act({ type: 'draft', text: next, segments: hearing.segments }), REST_MS);
  };
  const toMode = (mode: 'voice' | 'text') => {
    chooseMode(mode);
    act({ type: 'mode', mode });
  };
  const send = () => {
    clearTimeout(rest.current);
    const spoken = hearing.segments.map((segment) => segment.text).join(' ');
    const typed = text.trim();
    const aloud = afterSpeech ? saidAloud.current : null;
    const startMs = hearing.segments[0]?.startMs ?? aloud?.startMs ?? beganMs.current ?? view.utterance?.startMs ?? 0;
    const via =
      typed === '' || typed === spoken ? 'voice' : hearing.segments.length > 0 || afterSpeech ? 'mixed' : 'typed';
    act({
      type: 'answer',
      text: typed === '' ? spoken : typed,
      via,
      startMs,
      endMs: aloud?.endMs ?? session.nowMs(),
      segments: via === 'typed' ? [] : hearing.segments,
    });
    setText('');
    forgetTyping();
    setAfterSpeech(false);
    hearing.clear();
  };
  /** Said aloud: with captions that is the answer; without, it is now put in writing. */
  const saidIt = () => {
    if (hearing.segments.length > 0) return send();
    saidAloud.current = { startMs: listenedFromMs.current, endMs: session.nowMs() };
    setAfterSpeech(true);
  };
  const words = stateWords(view, line, session.gentle);
  const strip = line === 'up' ? null : <Strip />;
  const thinkAloud = () => act({ type: 'think', on: !view.thinkingOn });

  if (view.phase === 'paused') {
    return (
      <main id="main" class="stage" tabindex={-1}>
        <Stage view={view} words={words} said={0} own={{ text: '', guess: '', saved: true, able: true }} />
        <div class="act">
          <Button kind="main" onClick={() => act({ type: 'break', on: false })}>
            {t('room.break.end', 'Go on')}
          </Button>
        </div>
      </main>
    );
  }
  if (!voice || afterSpeech) {
    return (
      <>
        <main id="main" class="col said" tabindex={-1}>
          {strip}
          <Said turns={session.turns} question={view.utterance?.text ?? ''} />
          <Question view={view} />
        </main>
        <section class="dock" aria-label={t('room.dock', 'What you can do')}>
          <Composer
            text={text}
            write={write}
            onDevice={session.waiting > 0}
            listening={listening}
            thinkingOn={view.thinkingOn}
            canSpeak={true}
            afterSpeech={afterSpeech}
            thinkAloud={thinkAloud}
            speak={() => {
              setAfterSpeech(false);
              toMode('voice');
            }}
            send={send}
          />
        </section>
      </>
    );
  }
  return (
    <>
      <main id="main" class="stage" tabindex={-1} ref={ring}>
        <Stage
          view={view}
          words={words}
          said={interviewer.said}
          own={{
            text: hearing.segments.map((segment) => segment.text).join(' '),
            guess: hearing.guess,
            saved: session.waiting === 0,
            able: hearing.able,
          }}
        >
          {strip}
          <MicFault fault={recording.fault} retry={recording.retry} type={() => toMode('text')} />
        </Stage>
      </main>
      <section class="dock" aria-label={t('room.dock', 'What you can do')}>
        <Dock
          view={view}
          thinkAloud={thinkAloud}
          repeat={() => act({ type: 'repeat' })}
          type={() => toMode('text')}
          done={saidIt}
          interrupt={interviewer.interrupt}
        />
      </section>
    </>
  );
}

function Strip() {
  return (
    <div class="strip" role="status">
      <Icon d={stateInvited} dashed />
      <p>
        <b>{t('room.reconnecting', 'Reconnecting. Your answer is safe.')}</b>{' '}
        {t('room.reconnecting.more', 'Your clock has stopped; this time comes back to you.')}
      </p>
    </div>
  );
}
