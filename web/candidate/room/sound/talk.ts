/**
 * Who has the floor. Ties the interviewer's voice, the candidate's microphone and the session together: the voice
 * stops for whoever speaks, what is said goes out, and an answer is over when silence and words say so.
 */
import type { Action, ServerMessage, View } from '../../../../durable-objects/interview/protocol.ts';
import type { SoundFrame } from '../../../../durable-objects/interview/protocol-sound.ts';
import { type BargeInEvent, bargeIn, quietRoom } from '../../speech/barge-in-rules.ts';
import type { SpeechEvent, Voice } from '../../speech/speech-rules.ts';
import { spokenLanguage } from '../../speech/spoken-rules.ts';
import {
  type AnswerSoFar,
  answerBegan,
  answerBegins,
  answerOver,
  captioned,
  fellSilent,
  spoke,
} from './answer-rules.ts';
import { createCandidateVoice, type Detector } from './candidate-voice.ts';
import { type GateInput, gateStep, SHUT_GATE } from './gate-rules.ts';
import { createInterviewerVoice } from './interviewer-voice.ts';
import { createKnownLines } from './known-lines.ts';
import { toPcm } from './resample-rules.ts';
import type { SoundLine } from './sound-line.ts';
import { createSpeaker } from './speaker.ts';

export interface TalkDeps {
  context: AudioContext;
  /** The interviewer's voice goes in here. */
  out: AudioNode;
  line: SoundLine;
  act: (action: Action) => void;
  /** The session's clock. */
  nowMs: () => number;
  onSaid: (chars: number) => void;
  /** How loud the candidate is, 0 to 1. */
  onLevel: (level: number) => void;
  /** A voice was taken for an answer and was none: what was shown of it goes. */
  onNothingSaid: () => void;
  /** The candidate's voice is heard. */
  onVoice: (on: boolean) => void;
  /** Nothing has been said for a while: there is time. */
  onCalm: () => void;
}

export interface Talk {
  view(view: View): void;
  message(message: ServerMessage): void;
  refused(action: Action): void;
  frame(frame: SoundFrame): void;
  microphone(stream: MediaStream | null): void;
  /** By the button. False when nothing was heard of an answer. */
  done(typed: string): boolean;
  /** The candidate wants to answer now. */
  interrupt(): void;
  close(): void;
}

const ACKS = 3;

export function createTalk(deps: TalkDeps): Talk {
  const { context, act, line } = deps;
  const lines = createKnownLines();
  const speaker = createSpeaker(context, deps.out);
  const voice = createInterviewerVoice({
    speaker,
    lines,
    sounds: () => context.state === 'running',
    onSaid: deps.onSaid,
    onDone: said,
  });
  let view: View | null = null;
  let shown = '';
  let floor: 'interviewer' | 'candidate' | 'nobody' = 'nobody';
  let gate = { ...SHUT_GATE, next: line.usedTo() + 1 };
  let barge = quietRoom('en');
  let answer: AnswerSoFar = answerBegins(gate.next, performance.now());
  let detector: Detector = 'energy';
  let acks = 0;
  /** The end of an answer was told and the session has not yet said so. */
  let overTold = false;
  /** The last turn that was said, or given up for an answer. */
  let saidTurn: string | null = null;
  /** When the candidate's last voice ended. */
  let quietMs = 0;
  const candidate = createCandidateVoice({ context, onSound, onBlock, onSpeech, onDetector });

  const hears = () => view?.ears === 'session' && view.mode === 'voice';
  const onSession = (pageMs: number) => deps.nowMs() + (pageMs - performance.now());

  function atGate(input: GateInput): void {
    const step = gateStep(gate, input);
    gate = step.gate;
    if (step.frames.length > 0) line.send(step.frames);
  }

  function give(next: typeof floor): void {
    if (next === 'candidate' && floor !== 'candidate') answer = answerBegins(gate.next, performance.now());
    floor = next;
    atGate({ type: 'theirs', on: next === 'candidate' && hears() });
  }

  function onSound(samples: Float32Array, endMs: number): void {
    if (!hears()) return;
    const timeMs = onSession(endMs) - (samples.length * 1000) / 16_000;
    atGate({ type: 'sound', piece: { timeMs, pcm: toPcm(samples) } });
  }

  function onDetector(next: Detector): void {
    detector = next;
    // Nothing tells voice from silence: all of it goes out while it is the candidate's turn.
    if (next === 'none') atGate({ type: 'voice', on: true, atMs: deps.nowMs() });
  }

  function onSpeech(event: SpeechEvent): void {
    if (!hears()) return;
    deps.onVoice(event.kind === 'started');
    if (event.kind === 'ended') {
      quietMs = event.quietMs;
      atGate({ type: 'voice', on: false, atMs: onSession(event.quietMs) });
      answer = fellSilent(answer, event.quietMs);
      return;
    }
    voice.hushSmall();
    atGate({ type: 'voice', on: true, atMs: onSession(event.onsetMs) });
    if (floor !== 'candidate') return;
    answer = spoke(answer, event.onsetMs);
    if (view?.thinkingOn) act({ type: 'think', on: false });
  }

  function onBlock({ voice: sound, level, endMs }: { voice: Voice; level: number; endMs: number }): void {
    deps.onLevel(10 ** (level / 20));
    if (view === null || !hears()) return;
    atGate({ type: 'judged', atMs: onSession(endMs) });
    if (barge.phase !== 'idle') {
      const endsAtMs = voice.endsAtMs();
      if (barge.phase !== 'stopped' && endsAtMs !== null) atBarge({ kind: 'interviewer', speaking: true, endsAtMs });
      atBarge({ kind: 'block', voice: sound, atMs: endMs });
      return;
    }
    if (floor !== 'candidate') return;
    const verdict = answerOver(answer, view, detector, endMs);
    answer = verdict.answer;
    switch (verdict.is) {
      case 'over':
        turnOver(verdict.how, '');
        break;
      case 'think':
        act({ type: 'think', on: true });
        break;
      case 'repeat':
        act({ type: 'repeat' });
        break;
      case 'calm':
        voice.small('calm');
        deps.onCalm();
        break;
      case 'goes on':
    }
  }

  function atBarge(event: BargeInEvent): void {
    const step = bargeIn(barge, event);
    barge = step.state;
    for (const action of step.actions) {
      switch (action) {
        case 'duck':
        case 'unduck':
          speaker.duck(action === 'duck');
          break;
        case 'stop':
          stopped();
          break;
        case 'resume':
          goesOn();
          break;
        case 'take-floor':
          taken();
      }
    }
  }

  /** The opening is not answered, so the session hears of its end only when the floor is taken. */
  const isOpening = () => view?.utterance?.kind === 'opening';

  function stopped(): void {
    const turn = voice.saying();
    voice.hold();
    if (turn === null || isOpening()) return;
    act({ type: 'barge-in', turn, heardChars: Math.max(1, voice.heardChars()) });
    give('candidate');
    answer = spoke(answer, barge.onsetMs ?? performance.now());
  }

  function goesOn(): void {
    const turn = voice.saying();
    if (turn !== null && !isOpening()) act({ type: 'false-stop', turn });
    give('interviewer');
    atGate({ type: 'drop' });
    deps.onNothingSaid();
    voice.goOn();
  }

  function taken(): void {
    const turn = voice.saying();
    speaker.duck(false);
    voice.stop();
    if (turn === null) return;
    saidTurn = turn;
    if (isOpening()) atGate({ type: 'drop' });
    if (floor !== 'candidate' || isOpening())
      act({ type: 'barge-in', turn, heardChars: Math.max(1, voice.heardChars()) });
    if (!isOpening()) give('candidate');
  }

  /** Said to its end. */
  function said(turn: string): void {
    atBarge({ kind: 'interviewer', speaking: false, atMs: performance.now() });
    act({ type: 'spoken', turn });
    saidTurn = turn;
    const kind = view?.utterance?.kind;
    give(kind === 'opening' || kind === 'closing' ? 'nobody' : 'candidate');
    // What was said over the last words went out as the beginning of the answer.
    if (gate.open === null) return;
    answer = spoke(answer, barge.onsetMs ?? performance.now());
    if (!gate.speaking) answer = fellSilent(answer, quietMs);
  }

  function turnOver(how: 'silence' | 'said' | 'button', typed: string): void {
    const startMs = Math.round(onSession(answer.beganMs ?? performance.now()));
    const endMs = Math.round(onSession(answer.quietMs ?? performance.now()));
    const from = answer.firstFrame;
    barge = quietRoom(barge.language);
    voice.stop();
    give('nobody');
    overTold = true;
    voice.small(`ack:${acks % ACKS}`);
    acks += 1;
    const soundTo = gate.next > from ? gate.next - 1 : 0;
    act({ type: 'turn-over', startMs: Math.max(0, startMs), endMs: Math.max(0, endMs, startMs), soundTo, typed, how });
  }

  function begins(next: View): void {
    const { utterance } = next;
    if (utterance === null) return;
    give('interviewer');
    barge = quietRoom(spokenLanguage(next.language));
    speaker.duck(false);
    voice.begin(utterance, next.language);
    atBarge({ kind: 'interviewer', speaking: true, endsAtMs: null });
  }

  return {
    view(next) {
      const before = view;
      view = next;
      if (next.voiceServed) lines.prefetch(next.ahead);
      if (next.utterance !== null) voice.grow(next.utterance);
      const now = `${next.phase} ${next.utterance?.turn} ${next.mode} ${next.ears}`;
      if (now === shown) return;
      shown = now;
      if (next.phase !== 'listening' || before?.phase === 'thinking') overTold = false;
      if (next.mode === 'text') {
        voice.stop();
        return give('nobody');
      }
      switch (next.phase) {
        case 'speaking':
          if ([voice.saying(), saidTurn].includes(next.utterance?.turn ?? null)) return;
          return begins(next);
        case 'listening':
          // Held, it may still go on; else the session waited for its end in vain.
          if (barge.phase === 'speaking' || barge.phase === 'ducked') barge = quietRoom(barge.language);
          if (barge.phase !== 'stopped') voice.stop();
          if (!overTold) give('candidate');
          return;
        default:
          barge = quietRoom(barge.language);
          voice.stop();
          give('nobody');
      }
    },
    message(message) {
      switch (message.type) {
        case 'welcome':
          atGate({ type: 'taken', seq: message.soundTaken });
          break;
        case 'caption':
          if (message.speaker === 'interviewer') {
            if (message.turn !== null) voice.grow({ turn: message.turn, text: message.text });
            return;
          }
          answer = captioned(answer, message, performance.now(), performance.now() + message.endMs - deps.nowMs());
          if (barge.phase !== 'idle') atBarge({ kind: 'words', text: message.text, atMs: performance.now() });
          break;
        case 'event':
          if (message.event.type === 'moment' || message.event.type === 'unheard') voice.small(message.event.type);
      }
    },
    refused(action) {
      if (action.type === 'turn-over') overTold = false;
      if (action.type !== 'false-stop' && action.type !== 'turn-over') return;
      // The session has it otherwise: it is the candidate's turn there.
      if (view?.phase !== 'listening') return;
      barge = quietRoom(barge.language);
      voice.stop();
      give('candidate');
    },
    frame: voice.frame,
    microphone(stream) {
      deps.onVoice(false);
      const { theirs } = gate;
      atGate({ type: 'voice', on: false, atMs: Number.NEGATIVE_INFINITY });
      atGate({ type: 'theirs', on: false });
      atGate({ type: 'drop' });
      if (theirs) atGate({ type: 'theirs', on: true });
      if (detector === 'none') atGate({ type: 'voice', on: true, atMs: deps.nowMs() });
      candidate.use(stream);
    },
    done(typed) {
      if (floor !== 'candidate' || (!answerBegan(answer) && typed === '')) return false;
      turnOver('button', typed);
      return true;
    },
    interrupt() {
      const turn = voice.saying() ?? view?.utterance?.turn ?? null;
      if (turn === null) return;
      const heardChars = voice.heardChars();
      barge = quietRoom(barge.language);
      voice.stop();
      saidTurn = turn;
      act({ type: 'barge-in', turn, heardChars });
      if (!isOpening()) give('candidate');
    },
    close() {
      give('nobody');
      candidate.close();
      voice.close();
      speaker.flush();
    },
  };
}
