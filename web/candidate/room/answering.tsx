/** Speaking or typing an answer, and switching between them at any moment; one transcript. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { stateInvited } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ArrangedNote } from '../arranged.tsx';
import type { Opened } from '../link.ts';
import { chooseMode } from '../mode.ts';
import { Listened } from './call/listened.tsx';
import { useCall } from './call/use-call.ts';
import { Composer } from './composer.tsx';
import { Dock } from './dock.tsx';
import { MicFault } from './mic-fault.tsx';
import { typedIn } from './own-words-rules.ts';
import { Question } from './question.tsx';
import { Said } from './said.tsx';
import { Silent, Unheard } from './sound-notices.tsx';
import { Stage } from './stage.tsx';
import { stateWords } from './state-words.ts';
import { forgetTyping, keepTyping, keptTyping, typingSince } from './typing.ts';
import { useHearing } from './use-hearing.ts';
import { useInterviewer } from './use-interviewer.ts';
import { useMicrophone } from './use-microphone.ts';
import { useRecording } from './use-recording.ts';
import type { Session } from './use-session.ts';
import { useSoundSystem } from './use-sound-system.ts';
import { useTalk } from './use-talk.ts';

/** A draft goes out when typing rests for this long. */
const REST_MS = 600;

export function Answering({ session, opened }: { session: Session; opened: Opened }) {
  const { view, act, line } = session;
  const { interview } = opened.facts;
  const [text, setText] = useState('');
  const [afterSpeech, setAfterSpeech] = useState(false);
  const ring = useRef<HTMLDivElement>(null);
  const beganMs = useRef<number | null>(null);
  const listenedFromMs = useRef(0);
  /** When the answer that is now put in writing was said aloud. */
  const saidAloud = useRef<{ startMs: number; endMs: number } | null>(null);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const voice = view?.mode === 'voice';
  const listening = view?.phase === 'listening';
  const served = view?.voiceServed === true || view?.ears === 'session';
  const speaking = voice && view?.phase !== 'paused';
  const onLevel = (level: number) => ring.current?.style.setProperty('--level', String(Math.min(1, level * 3)));
  const { system, blocked } = useSoundSystem(speaking && (served || view?.recording === true));
  const microphone = useMicrophone(speaking && (view?.ears === 'session' || view?.recording === true));
  const call = useCall(session, opened.own?.call === true, microphone.stream);
  useRecording(interview, session, { microphone: microphone.stream, system, over: false, onLevel });
  const talk = useTalk(session, { system, microphone: microphone.stream, onLevel });
  const interviewer = useInterviewer(session, talk.speaks);
  const hearing = useHearing(session, voice && listening && !talk.hears);
  const turn = view?.utterance?.turn;

  const question = view?.question?.number;
  const heardThere = view?.ears === 'session';
  // What the server has is a moment older than what this tab kept.
  useEffect(() => {
    const typed = heardThere ? typedIn(session.draft) : session.draft.text;
    setText(keptTyping(interview, question) ?? typed);
  }, [session.draft]);
  const answers = session.turns.filter(({ kind }) => kind === 'answer').length;
  const answered = useRef(answers);
  useEffect(() => {
    if (answers <= answered.current) return;
    answered.current = answers;
    // It was over by a silence: what was typed beside it has gone with it.
    if (!heardThere) return;
    clearTimeout(rest.current);
    setText('');
    forgetTyping();
  }, [answers]);
  useEffect(() => {
    if (!listening) return;
    // Typing may begin before the turn is the candidate's, and go on after a reload.
    beganMs.current = typingSince(interview, question);
    saidAloud.current = null;
    listenedFromMs.current = session.nowMs();
  }, [turn, listening]);
  if (view === null) return null;

  const write = (next: string) => {
    setText(next);
    beganMs.current ??= session.nowMs();
    if (question !== undefined) keepTyping({ interview, question, text: next, beganMs: beganMs.current });
    clearTimeout(rest.current);
    // What is heard there stands there already; what is heard here goes along.
    const segments = heardThere ? [] : hearing.segments;
    rest.current = setTimeout(() => act({ type: 'draft', text: next, segments }), REST_MS);
  };
  const toMode = (mode: 'voice' | 'text') => {
    chooseMode(mode);
    act({ type: 'mode', mode });
  };
  const send = () => {
    clearTimeout(rest.current);
    if (heardThere) return sendBeside();
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
  /** The session joins what was typed with what it has heard. */
  const sendBeside = () => {
    const startMs = beganMs.current ?? view.utterance?.startMs ?? 0;
    if (!talk.done(text.trim())) {
      act({ type: 'answer', text: text.trim(), via: 'typed', startMs, endMs: session.nowMs(), segments: [] });
    }
    setText('');
    forgetTyping();
    setAfterSpeech(false);
  };
  /** Said aloud: with captions that is the answer; without, it is now put in writing. */
  const saidIt = () => {
    if (talk.hears && talk.done(text.trim())) {
      setText('');
      forgetTyping();
      return;
    }
    if (hearing.segments.length > 0) return send();
    saidAloud.current = { startMs: listenedFromMs.current, endMs: session.nowMs() };
    setAfterSpeech(true);
  };
  const own = talk.hears ? talk : hearing;
  const spoken = own.segments.map((segment) => segment.text).join(' ');
  const words = stateWords(view, line, session);
  const strip = (
    <>
      <Listened listeners={call.listeners} tenant={opened.facts.tenant} />
      {line === 'up' ? null : <Strip />}
    </>
  );
  const thinkAloud = () => act({ type: 'think', on: !view.thinkingOn });

  if (view.phase === 'paused') {
    return (
      <main id="main" class="stage" tabindex={-1}>
        <Stage
          view={view}
          words={words}
          said={0}
          theirs=""
          settled=""
          own={{ text: '', guess: '', voiced: false, saved: true, able: true }}
        />
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
          <Said turns={session.turns} question={view.utterance?.text ?? ''} begun={spoken} />
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
          said={talk.speaks ? talk.said : interviewer.said}
          theirs={talk.words ?? view.utterance?.text ?? ''}
          settled={listening ? (own.segments.at(-1)?.text ?? (served ? view.utterance?.text : '') ?? '') : ''}
          own={{
            text: [spoken, heardThere ? text.trim() : ''].filter((part) => part !== '').join(' '),
            guess: own.guess,
            voiced: talk.hears && talk.voiced,
            // What may still change is sound that the session has not put into words.
            saved: session.waiting === 0 && !(talk.hears && own.guess !== ''),
            able: talk.hears || hearing.able,
          }}
        >
          {strip}
          <MicFault fault={microphone.fault} retry={microphone.retry} type={() => toMode('text')} />
          {blocked ? <Silent /> : null}
          {session.arranged === null ? null : <ArrangedNote {...session.arranged} />}
          {session.trouble === 'unheard' ? (
            <Unheard able={talk.hears || hearing.able} type={() => toMode('text')} />
          ) : null}
        </Stage>
      </main>
      <section class="dock" aria-label={t('room.dock', 'What you can do')}>
        <Dock
          view={view}
          thinkAloud={thinkAloud}
          repeat={() => act({ type: 'repeat' })}
          type={() => toMode('text')}
          done={saidIt}
          interrupt={talk.speaks ? talk.interrupt : interviewer.interrupt}
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
