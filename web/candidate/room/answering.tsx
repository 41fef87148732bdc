/** Speaking or writing an answer, and going from one to the other at any moment; one transcript. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { stateInvited } from '../../shared/icons.ts';
import { Loading } from '../../shared/ui/states.tsx';
import { ArrangedNote } from '../arranged.tsx';
import type { Opened } from '../link.ts';
import { chooseMode } from '../mode.ts';
import { Listened } from './call/listened.tsx';
import { useCall } from './call/use-call.ts';
import { MicFault } from './mic-fault.tsx';
import { OnBreak } from './on-break.tsx';
import { type Kept, roomSentences, writesWhatCounts } from './room-sentences-rules.ts';
import { Silent, Unheard } from './sound-notices.tsx';
import { Speaking } from './speaking.tsx';
import { useAloud } from './use-aloud.ts';
import { useAnswer } from './use-answer.ts';
import { useHearing } from './use-hearing.ts';
import { useInterviewer } from './use-interviewer.ts';
import { useMicrophone } from './use-microphone.ts';
import { useRecording } from './use-recording.ts';
import type { Session } from './use-session.ts';
import { useSoundSystem } from './use-sound-system.ts';
import { useTalk } from './use-talk.ts';
import { Writing } from './writing.tsx';

type Room = Session & { view: View };

export function Answering({ session, opened }: { session: Room; opened: Opened }) {
  const { view, act, line } = session;
  /** Wants to write this one answer, though speech becomes text here. */
  const [writes, setWrites] = useState(false);
  const ring = useRef<HTMLDivElement>(null);
  const voice = view.mode === 'voice';
  const listening = view.phase === 'listening';
  const heardThere = view.ears === 'session';
  const speaking = voice && view.phase !== 'paused';
  const needsMicrophone = speaking && (heardThere || view.recording);

  const aloud = useAloud(view);
  const onLevel = (level: number) => {
    ring.current?.style.setProperty('--level', String(Math.min(1, level * 3)));
    aloud.level(level);
  };
  const { system, blocked, running } = useSoundSystem(speaking && (view.voiceServed || heardThere || view.recording));
  const microphone = useMicrophone(needsMicrophone);
  const call = useCall(session, opened.own?.call === true, microphone.stream);
  const recorder = useRecording(opened.facts.interview, session, {
    microphone: microphone.stream,
    system,
    over: false,
    onLevel,
  });
  const recording = recorder.running && running;
  const talk = useTalk(session, { system, microphone: microphone.stream, onLevel });
  const interviewer = useInterviewer(session, talk.speaks);
  const hearing = useHearing(session, voice && listening && !talk.hears);
  const own = talk.hears ? talk : hearing;
  const answer = useAnswer(session, {
    interview: opened.facts.interview,
    talk,
    segments: hearing.segments,
    clearSegments: hearing.clear,
    aloud: aloud.heard && view.recording,
  });
  const turn = view.utterance?.turn;
  useEffect(() => setWrites(false), [turn]);

  const captions = talk.hears ? 'session' : hearing.able === null ? 'unknown' : hearing.able ? 'device' : 'none';
  const facts = {
    line,
    phase: view.phase,
    mode: view.mode,
    thinkingOn: view.thinkingOn,
    gentle: session.gentle,
    hearing: view.hearing,
    trouble: session.trouble,
    microphone: microphoneState(needsMicrophone, microphone),
    recorder: recording ? 'running' : 'stopped',
    recordingAgreed: view.recording,
    recorded: aloud.heard,
    captions,
    voiced: talk.hears && talk.voiced,
    interviewerSounds: talk.speaks ? voice && running : interviewer.sounds,
    waiting: session.waiting.count > 0,
    answerWaiting: session.waiting.answer !== null,
    stored: session.stores,
  } as const;
  const sentences = roomSentences(facts);
  const toMode = (mode: 'voice' | 'text') => {
    chooseMode(mode);
    act({ type: 'mode', mode });
  };
  if (view.phase === 'paused') return <OnBreak sentences={sentences} goOn={() => act({ type: 'break', on: false })} />;
  if (voice && captions === 'unknown') {
    return (
      <main id="main" class="stage" tabindex={-1}>
        <Loading what={t('room.opening-door', 'Opening the room…')} />
      </main>
    );
  }

  const tools = {
    thinkAloud: () => act({ type: 'think', on: !view.thinkingOn }),
    repeat: () => act({ type: 'repeat' }),
    interrupt: talk.speaks ? talk.interrupt : interviewer.interrupt,
  };
  const able = captions === 'session' || captions === 'device';
  const mending = (
    <>
      <Listened listeners={call.listeners} tenant={opened.facts.tenant} />
      {line === 'up' ? null : <Strip kept={sentences.kept} />}
      <MicFault fault={microphone.fault} retry={microphone.retry} type={() => toMode('text')} />
      {voice && blocked ? <Silent /> : null}
      {session.arranged === null ? null : <ArrangedNote {...session.arranged} />}
      {session.trouble === 'unheard' ? <Unheard able={able} type={() => toMode('text')} /> : null}
    </>
  );
  const spoken = own.segments.map((segment) => segment.text).join(' ');
  if (writes || writesWhatCounts(facts)) {
    return (
      <Writing
        view={view}
        turns={session.turns}
        sentences={sentences}
        answer={answer}
        spoken={spoken}
        unsent={unsentOf(session)}
        {...tools}
        interrupt={voice ? tools.interrupt : null}
        speak={
          mayBeHeard(view, able) && !(voice && !writes) ? () => (writes ? setWrites(false) : toMode('voice')) : null
        }
        speaksToo={!able && !heardThere}
        onlyWrite={voice && !writes ? () => toMode('text') : null}
      >
        {mending}
      </Writing>
    );
  }
  return (
    <Speaking
      view={view}
      sentences={sentences}
      ring={ring}
      said={talk.speaks ? talk.said : interviewer.said}
      theirs={talk.words ?? view.utterance?.text ?? ''}
      settled={listening ? (own.segments.at(-1)?.text ?? (talk.speaks ? view.utterance?.text : '') ?? '') : ''}
      own={{
        text: [spoken, heardThere ? answer.text.trim() : ''].filter((part) => part !== '').join(' '),
        guess: own.guess,
        // What may still change is sound that the session has not put into words.
        saved: session.waiting.count === 0 && !(talk.hears && own.guess !== ''),
      }}
      {...tools}
      type={() => toMode('text')}
      done={() => {
        if (!answer.saidIt()) setWrites(true);
      }}
    >
      {mending}
    </Speaking>
  );
}

function microphoneState(
  needed: boolean,
  { stream, fault }: Pick<ReturnType<typeof useMicrophone>, 'stream' | 'fault'>,
): 'open' | 'opening' | 'missing' | 'unused' {
  if (!needed) return 'unused';
  if (fault !== null) return 'missing';
  return stream === null ? 'opening' : 'open';
}

/** Something would come of speaking: it becomes text, or is at least recorded. */
function mayBeHeard(view: View, able: boolean): boolean {
  return view.ears === 'session' || able || view.recording;
}

/** An answer that the line keeps back; one that is just being acknowledged is no news. */
function unsentOf({ line, waiting }: Session): string | null {
  return line === 'up' ? null : waiting.answer;
}

function Strip({ kept }: { kept: Kept }) {
  return (
    <div class="strip" role="status">
      <Icon d={stateInvited} dashed />
      <p>
        <b>
          {kept === 'in-tab'
            ? t('room.reconnecting.tab', 'Reconnecting. Your answer is kept in this tab: leave it open.')
            : t('room.reconnecting', 'Reconnecting. Your answer is safe.')}
        </b>{' '}
        {t('room.reconnecting.more', 'Your clock has stopped; this time comes back to you.')}
      </p>
    </div>
  );
}
