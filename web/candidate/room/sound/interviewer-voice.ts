/**
 * Says the interviewer's words: a known line from this device's memory, a model's words as their sound comes, or, where
 * there is no sound, by the device's own voice or as captions for their reading time.
 */
import type { View } from '../../../../durable-objects/interview/protocol.ts';
import type { SoundFrame } from '../../../../durable-objects/interview/protocol-sound.ts';
import { estimatedMs, speak, type Utterance } from '../../speech/voice.ts';
import type { KnownLines } from './known-lines.ts';
import { playedChars } from './played-rules.ts';
import type { Playing, Speaker } from './speaker.ts';

type Words = NonNullable<View['utterance']>;

export interface InterviewerVoice {
  begin(words: Words, language: string): void;
  /** More is known of what is being said. */
  grow(words: Pick<Words, 'turn' | 'text'> & Partial<Words>): void;
  frame(frame: SoundFrame): void;
  /** A known word in between; false when it is not on the device. */
  small(name: string): boolean;
  hushSmall(): void;
  hold(): void;
  goOn(): void;
  /** Says nothing more of it. */
  stop(): void;
  /** The turn that is being said, also while it is held. */
  saying(): string | null;
  heardChars(): number;
  /** When it will be over, on the page's clock, as far as that is known. */
  endsAtMs(): number | null;
  close(): void;
}

interface Deps {
  speaker: Speaker;
  lines: KnownLines;
  /** False while the browser lets nothing sound. */
  sounds: () => boolean;
  onSaid: (chars: number) => void;
  onDone: (turn: string) => void;
}

interface Saying {
  words: Words;
  language: string;
  playing: Playing | null;
  complete: boolean;
  /** A model's words as they came: they may be asked for again. */
  pcm: Int16Array[];
  held: boolean;
  device: Utterance | null;
  /** Where the device's voice began, and how far it is. */
  deviceAt: number;
  frameAtMs: number;
  timer: ReturnType<typeof setInterval>;
}

const TICK_MS = 100;
/** A known line that takes longer to come is said by the device instead. */
const LINE_MS = 3500;
/** A voice that is expected and does not come, or stops coming. */
const SILENT_MS = 6000;

export function createInterviewerVoice({ speaker, lines, sounds, onSaid, onDone }: Deps): InterviewerVoice {
  let now: Saying | null = null;
  let small: Playing | null = null;
  /** Frames can come before the view that tells whose they are. */
  let early: SoundFrame[] = [];
  /** What a model said last. */
  let before: Pick<Saying, 'words' | 'pcm'> | null = null;

  function heardChars(): number {
    if (now === null) return 0;
    const { words, playing, complete, deviceAt } = now;
    if (playing === null) return deviceAt;
    const lengthMs = complete ? playing.addedMs() : Math.max(playing.addedMs(), estimatedMs(words.text));
    return playedChars(words.text, playing.playedMs(), lengthMs);
  }

  function over(saying: Saying): void {
    if (saying !== now) return;
    clearInterval(saying.timer);
    now = null;
    onSaid(saying.words.text.length);
    onDone(saying.words.turn);
  }

  function stop(): void {
    if (now === null) return;
    const { playing, device, timer } = now;
    now = null;
    clearInterval(timer);
    playing?.flush();
    device?.stop();
  }

  function byDevice(saying: Saying, from: number): void {
    saying.playing?.flush();
    saying.playing = null;
    saying.deviceAt = from;
    if (saying.held) return;
    const device = speak(saying.words.text.slice(from), {
      language: saying.language,
      onWord: (at) => {
        if (!saying.held) saying.deviceAt = Math.max(saying.deviceAt, from + at);
      },
    });
    saying.device = device;
    void device.done.then(({ how }) => {
      if (how !== 'stopped' && saying.device === device) over(saying);
    });
  }

  function bySound(saying: Saying): Playing {
    const playing = speaker.begin();
    saying.playing = playing;
    void playing.done.then((how) => how === 'ended' && saying.playing === playing && over(saying));
    return playing;
  }

  async function known(saying: Saying, name: string): Promise<void> {
    const pcm = lines.ready(name) ?? (await Promise.race([lines.get(name), after(LINE_MS)]));
    if (saying !== now) return;
    if (pcm === null || !sounds()) return byDevice(saying, 0);
    saying.complete = true;
    const playing = bySound(saying);
    if (saying.held) playing.hold();
    playing.add(pcm, true);
  }

  function add(saying: Saying, frame: SoundFrame): void {
    const { playing } = saying;
    if (playing === null || saying.complete) return;
    saying.frameAtMs = performance.now();
    // What was there before comes again after a break of the line.
    const isNew = frame.timeMs >= playing.addedMs() - 1;
    saying.complete = frame.last;
    if (frame.last && !isNew) playing.add(new Int16Array(0), true);
    else if (isNew) {
      saying.pcm.push(frame.pcm);
      before = saying;
      playing.add(frame.pcm, frame.last);
    }
  }

  /** A model's words are not sent again: they are here, or the device says them. */
  function again(saying: Saying): void {
    if (before === null || before.words.text !== saying.words.text) {
      byDevice(saying, 0);
      return;
    }
    saying.complete = true;
    saying.pcm = before.pcm;
    before = saying;
    const playing = bySound(saying);
    for (const pcm of saying.pcm) playing.add(pcm, false);
    playing.add(new Int16Array(0), true);
  }

  function tick(): void {
    if (now === null) return;
    onSaid(heardChars());
    const { playing, complete, held, frameAtMs, words } = now;
    if (playing === null || complete || held || words.growing) return;
    if (performance.now() - frameAtMs < SILENT_MS || playing.addedMs() - playing.playedMs() > TICK_MS) return;
    const from = playing.addedMs() === 0 ? 0 : heardChars();
    if (from < words.text.length) byDevice(now, from);
    else over(now);
  }

  return {
    begin(words, language) {
      stop();
      const saying: Saying = {
        ...{ words, language, playing: null, complete: false, pcm: [], held: false, device: null, deviceAt: 0 },
        frameAtMs: performance.now(),
        timer: setInterval(tick, TICK_MS),
      };
      now = saying;
      if (words.sound !== null) void known(saying, words.sound);
      else if (!words.streamed || !sounds()) byDevice(saying, 0);
      else if (words.kind === 'repeat') again(saying);
      else {
        bySound(saying);
        for (const frame of early) if (frame.stretch === placeOf(words.turn)) add(saying, frame);
      }
      early = [];
      tick();
    },
    grow(words) {
      if (now === null || now.words.turn !== words.turn) return;
      now.words = { ...now.words, ...words };
    },
    frame(frame) {
      if (now !== null && placeOf(now.words.turn) === frame.stretch) add(now, frame);
      else early = [...early.filter((one) => one.stretch === frame.stretch), frame];
    },
    small(name) {
      const pcm = lines.ready(name);
      if (pcm === null || !sounds()) return false;
      small = speaker.begin();
      small.add(pcm, true);
      return true;
    },
    hushSmall() {
      small?.flush();
      small = null;
    },
    hold() {
      if (now === null) return;
      const { playing, device } = now;
      now.held = true;
      now.device = null;
      playing?.hold();
      device?.stop();
    },
    goOn() {
      if (now === null) return;
      now.held = false;
      if (now.playing !== null) now.playing.goOn();
      else if (now.complete || now.words.sound === null) byDevice(now, now.deviceAt);
    },
    stop,
    saying: () => now?.words.turn ?? null,
    heardChars,
    endsAtMs() {
      if (now === null || now.playing === null || !now.complete) return null;
      return performance.now() + now.playing.addedMs() - now.playing.playedMs();
    },
    close() {
      stop();
      small?.flush();
      lines.close();
    },
  };
}

/** A turn's place in the conversation stands in its name. */
function placeOf(turn: string): number {
  return Number(turn.slice(turn.lastIndexOf('#') + 1));
}

function after(ms: number): Promise<null> {
  return new Promise((done) => setTimeout(() => done(null), ms));
}
