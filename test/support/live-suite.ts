/** The conversation port: what the product relies on, of every maker of live talk alike. */
import { describe, expect, test } from 'vitest';
import type { Usage } from '../../worker/domain/spend/usage-shape.ts';
import type { FaultKind, Maker, ProviderFault } from '../../worker/provider-faults.ts';
import type { Live, LiveBrief, LiveEvents, LiveSession } from '../../worker/providers/conversation/live.ts';
import { EAR_RATE, VOICE_RATE, type Voice } from '../../worker/providers/speech/speech.ts';
import type { Fault } from '../emulators/faults.ts';
import { freshKey } from './emulator-control.ts';
import { faultOf } from './provider-faults.ts';
import { forEars, joined, plain } from './speech-suite.ts';
import { until } from './until.ts';

export interface LiveMaker {
  name: string;
  maker: Maker;
  /** Where its emulator is and how the keys begin that it takes; null: the real service, with its own key. */
  emulator: { url: string; keys: string } | null;
  /** `impatient`: gives up an opening soon. */
  live(key: string, impatient?: boolean): Live;
  /** Says what the candidate says. */
  voice(key: string): Voice;
}

const SENTENCE = 'I rebuilt the night shift from the ground up.';
const INSTRUCTIONS =
  'You interview a candidate for a job. The question was: what are you proud of? Ask one short question about the ' +
  'answer. When you have asked it and it is answered, call go_on and say nothing.';

/** All that happened in a session, in order. */
export interface Talk {
  session: LiveSession;
  heard(): string;
  spoke(): string;
  samples(): number;
  spent: Usage[];
  handles: (string | null)[];
  leavingMs: number[];
  /** Names of what happened, sound and words left out. */
  marks: ('go-on' | 'turn-over' | 'interrupted' | 'closed')[];
  fault(): ProviderFault | null | undefined;
  says(pcm: Int16Array): void;
  turnOver(times?: number): Promise<unknown>;
  closed(): Promise<ProviderFault | null>;
}

export function briefOf(more: Partial<LiveBrief> = {}): LiveBrief {
  const signal = new AbortController().signal;
  return { instructions: INSTRUCTIONS, carried: '', language: 'en', handle: null, signal, ...more };
}

export async function talkWith(live: Live, brief = briefOf()): Promise<Talk> {
  const [heard, spoke, sound]: [string[], string[], Int16Array[]] = [[], [], []];
  const talk: Omit<Talk, 'session'> = {
    heard: () => heard.join(''),
    spoke: () => spoke.join(''),
    samples: () => sound.reduce((sum, pcm) => sum + pcm.length, 0),
    spent: [],
    handles: [],
    leavingMs: [],
    marks: [],
    fault: () => ended,
    says(pcm) {
      session.begin();
      for (let at = 0; at < pcm.length; at += EAR_RATE / 10) session.hear(pcm.subarray(at, at + EAR_RATE / 10));
      session.end();
    },
    turnOver: (times = 1) =>
      until(
        () => talk.marks.filter((mark) => mark === 'turn-over').length >= times || undefined,
        'the end of the turn',
      ),
    closed: () => until(() => (ended === undefined ? undefined : [ended]), 'the end').then(([fault]) => fault ?? null),
  };
  let ended: ProviderFault | null | undefined;
  const events: LiveEvents = {
    heard: (text) => void heard.push(text),
    spoke: (text) => void spoke.push(text),
    sound: (pcm) => void sound.push(pcm),
    goOn: () => void talk.marks.push('go-on'),
    turnOver: () => void talk.marks.push('turn-over'),
    interrupted: () => void talk.marks.push('interrupted'),
    handle: (handle) => void talk.handles.push(handle),
    used: (usage) => void talk.spent.push(usage),
    leaving: (leftMs) => void talk.leavingMs.push(leftMs),
    closed(fault) {
      talk.marks.push('closed');
      ended = fault;
    },
  };
  const session = await live.open(brief, events);
  return { ...talk, session };
}

/** Without the interruptions of a voice that may still play where it is heard. */
const steps = (talk: Talk) => talk.marks.filter((mark) => mark !== 'interrupted');

/** The sentence in a voice, at the rate of ears. */
async function sentence(made: LiveMaker, key: string): Promise<Int16Array> {
  const chunks: Int16Array[] = [];
  const signal = new AbortController().signal;
  for await (const one of made.voice(key).speak({ text: SENTENCE, language: 'en', signal, onUsage: () => {} }))
    chunks.push(one);
  return forEars(joined(chunks));
}

/** What ends a line, at its opening and in the middle of an answer. */
const ENDINGS: [Fault, FaultKind][] = [
  ['busy', 'busy'],
  ['quota', 'quota'],
  ['broken', 'unavailable'],
  ['overloaded', 'unavailable'],
  ['wrong-key', 'wrong-key'],
  ['close-1007', 'bad-request'],
  ['close-1008', 'refused'],
  ['close-1011', 'unavailable'],
  ['broken-line', 'closed'],
  ['html', 'malformed'],
  ['wrong-schema', 'malformed'],
  ['cut', 'malformed'],
  ['empty', 'malformed'],
];

export function liveSuite(made: LiveMaker): void {
  const line = () => freshKey(made.emulator?.url ?? '', made.emulator?.keys ?? '');
  let once: Promise<Int16Array> | undefined;
  const said = (key: string) => {
    once ??= sentence(made, key);
    return once;
  };

  describe(`a talk with ${made.name}`, () => {
    test('the answer is heard, asked about, and gone on from', async () => {
      const { key } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key));
      talk.says(pcm);
      await talk.turnOver();
      expect(plain(talk.heard())).toBe(plain(SENTENCE));
      expect(talk.spoke()).toMatch(/\?\s*$/);
      expect(talk.samples() / VOICE_RATE).toBeGreaterThan(1);
      expect(talk.marks).toEqual(['turn-over']);
      await until(() => talk.spent.some(({ unit }) => unit === 'audio-out-tokens') || undefined, 'the bill');
      expect(talk.spent.map(({ unit }) => unit)).toEqual(expect.arrayContaining(['text-in-tokens', 'audio-in-tokens']));
      expect(talk.spent.every(({ maker, amount }) => maker === made.maker && amount > 0)).toBe(true);
      expect(talk.handles.at(-1)).toEqual(expect.any(String));

      talk.says(pcm);
      await talk.turnOver(2);
      expect(steps(talk)).toEqual(['turn-over', 'go-on', 'turn-over']);
      talk.session.close();
      expect(await talk.closed()).toBeNull();
    });
  });

  if (made.emulator === null) return;

  describe(`a talk with ${made.name}, when it goes another way`, () => {
    test('whoever speaks again interrupts, and is answered', async () => {
      const { key, slows } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key));
      await slows('live', 0, 200);
      talk.says(pcm);
      await until(() => talk.samples() > 0 || undefined, 'the voice');
      talk.session.begin();
      await until(() => talk.marks.includes('interrupted') || undefined, 'the interruption');
      const spoken = talk.samples();
      talk.session.hear(pcm);
      talk.session.end();
      await talk.turnOver();
      expect(talk.marks).toEqual(['interrupted', 'go-on', 'turn-over']);
      expect(talk.samples()).toBe(spoken);
    });

    test('what was said before comes first, and the key is in no address', async () => {
      const { key, asked } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key), briefOf({ carried: '[asked before] Who are you? [end]' }));
      talk.says(pcm);
      await talk.turnOver();
      const requests = (await asked()).filter(({ at }) => at === 'live');
      const frames = requests.flatMap(({ body }) => (body === null ? [] : [Object.keys(body as object)[0]]));
      expect(frames.slice(0, 3)).toEqual(['setup', 'clientContent', 'realtimeInput']);
      expect(JSON.stringify(requests)).not.toContain(key);
    });

    test('a broken session goes on where it was; one that cannot begins anew', async () => {
      const { key, asked } = line();
      const pcm = await said(key);
      const first = await talkWith(made.live(key));
      first.says(pcm);
      await first.turnOver();
      const handle = await until(() => first.handles.findLast((one) => one !== null) ?? undefined, 'a handle');
      first.session.close();
      const second = await talkWith(made.live(key), briefOf({ handle, carried: 'not again' }));
      second.says(pcm);
      await second.turnOver();
      expect(steps(second)).toEqual(['go-on', 'turn-over']);
      expect(JSON.stringify(await asked())).not.toContain('not again');
      const third = await talkWith(made.live(key), briefOf({ handle: 'long gone', carried: 'now it is' }));
      third.says(pcm);
      await third.turnOver();
      expect(steps(third)).toEqual(['turn-over']);
      expect(JSON.stringify(await asked())).toContain('now it is');
    });

    test('a cough is a turn in which nothing is said', async () => {
      const talk = await talkWith(made.live(line().key));
      talk.says(new Int16Array(EAR_RATE / 2).fill(1));
      await talk.turnOver();
      expect([talk.heard(), talk.spoke(), talk.samples()]).toEqual(['', '', 0]);
    });

    test('sound goes nowhere before a turn begins, after it ends, and after the end', async () => {
      const { key } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key));
      talk.session.hear(pcm);
      talk.session.end();
      talk.says(pcm);
      talk.session.hear(pcm);
      await talk.turnOver();
      talk.session.close();
      talk.session.begin();
      talk.session.hear(pcm);
      expect(await talk.closed()).toBeNull();
      expect(talk.marks).toEqual(['turn-over', 'closed']);
    });

    test.each(['live', 'live-turn'])('a line that will end (%s) says so, and is over then', async (at) => {
      const { key, fails } = line();
      await fails(at, 'go-away');
      const talk = await talkWith(made.live(key));
      if (at === 'live-turn') talk.says(await said(key));
      expect(await talk.closed()).toMatchObject({ kind: 'unavailable' });
      expect(talk.leavingMs).toEqual([300]);
    });

    test.each(ENDINGS)('%s at the opening is %s', async (fault, kind) => {
      const { key, fails } = line();
      await fails('live', fault);
      expect(await faultOf(talkWith(made.live(key)))).toMatchObject({ maker: made.maker, kind });
      (await talkWith(made.live(key))).session.close();
    });

    test.each(ENDINGS)('%s in the middle of an answer is %s', async (fault, kind) => {
      const { key, fails } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key));
      await fails('live-turn', fault);
      talk.says(pcm);
      expect(await talk.closed()).toMatchObject({ maker: made.maker, kind });
      expect(talk.samples()).toBeGreaterThan(0);
      expect(talk.marks).toEqual(['closed']);
    });

    test.each(['twice', 'refusal', 'incomplete'] as const)('with %s a turn still ends, once', async (fault) => {
      const { key, fails } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key));
      await fails('live-turn', fault);
      talk.says(pcm);
      await talk.turnOver();
      expect(talk.marks.filter((mark) => mark === 'turn-over')).toHaveLength(1);
      expect(talk.spoke() === '').toBe(fault === 'refusal');
      talk.session.close();
    });

    test('an answer without end stops when the candidate speaks', async () => {
      const { key, fails } = line();
      const pcm = await said(key);
      const talk = await talkWith(made.live(key));
      await fails('live-turn', 'endless');
      talk.says(pcm);
      await until(() => talk.samples() > 10 * VOICE_RATE || undefined, 'far too much');
      talk.session.begin();
      await until(() => talk.marks.includes('interrupted') || undefined, 'the interruption');
      talk.session.close();
      expect(await talk.closed()).toBeNull();
    });

    test('an opening that nobody answers is given up', async () => {
      const { key, fails } = line();
      await fails('live', 'silence');
      expect(await faultOf(talkWith(made.live(key, true)))).toMatchObject({ kind: 'timeout' });
    });

    test('whoever opens can stop it, but not end what is open', async () => {
      const { key, fails } = line();
      const stop = new AbortController();
      const talk = await talkWith(made.live(key), briefOf({ signal: stop.signal }));
      await fails('live', 'silence');
      const ends = faultOf(talkWith(made.live(key), briefOf({ signal: stop.signal })));
      stop.abort();
      expect(await ends).toMatchObject({ kind: 'timeout' });
      expect(await faultOf(talkWith(made.live(key), briefOf({ signal: stop.signal })))).toMatchObject({
        kind: 'timeout',
      });
      talk.says(new Int16Array(EAR_RATE / 2).fill(1));
      await talk.turnOver();
    });

    test('a key that it does not know is a wrong key', async () => {
      expect(await faultOf(talkWith(made.live('unknown')))).toMatchObject({ kind: 'wrong-key' });
    });
  });
}
