/** What the room says of itself: no sentence and no state of the ring may claim what does not run. */
import { expect, test } from 'vitest';
import {
  isHeard,
  type RoomFacts,
  type RoomSentences,
  roomSentences,
  writesWhatCounts,
} from '../../web/candidate/room/room-sentences-rules.ts';
import { captionText, fieldText, hintText, keptText, signText, wordText } from '../../web/candidate/room/room-texts.ts';

type Name = keyof RoomFacts;

/** In the order in which they are chosen: what can be depends on what is. */
const CHOICES: { [K in Name]: (facts: Partial<RoomFacts>) => readonly RoomFacts[K][] } = {
  line: () => ['up', 'down', 'connecting'],
  phase: () => ['speaking', 'listening', 'thinking', 'paused'],
  mode: () => ['voice', 'text'],
  thinkingOn: ({ phase }) => (phase === 'listening' ? [false, true] : [false]),
  gentle: ({ phase }) => (phase === 'listening' ? [false, true] : [false]),
  hearing: ({ phase }) => (phase === 'thinking' ? [false, true] : [false]),
  trouble: () => [null, 'moment', 'unheard'],
  microphone: ({ mode }) => (mode === 'text' ? ['unused'] : ['open', 'opening', 'missing', 'unused']),
  recordingAgreed: () => [false, true],
  recorder: ({ recordingAgreed, microphone }) =>
    recordingAgreed && microphone === 'open' ? ['running', 'stopped'] : ['stopped'],
  recorded: ({ recordingAgreed }) => (recordingAgreed ? [false, true] : [false]),
  captions: () => ['session', 'device', 'none', 'unknown'],
  voiced: ({ captions }) => (captions === 'session' ? [false, true] : [false]),
  interviewerSounds: ({ phase }) => (phase === 'speaking' ? [false, true] : [false]),
  waiting: () => [false, true],
  answerWaiting: ({ waiting }) => (waiting ? [false, true] : [false]),
  stored: () => [false, true],
};

function everyState(names: Name[], facts: Partial<RoomFacts>): Partial<RoomFacts>[] {
  const [name, ...rest] = names;
  if (name === undefined) return [facts];
  return CHOICES[name](facts).flatMap((value) => everyState(rest, { ...facts, [name]: value }));
}

/** Every state that the room can be in, and what it then says. */
const TABLE = (everyState(Object.keys(CHOICES) as Name[], {}) as RoomFacts[]).map((facts) => ({
  facts,
  said: roomSentences(facts),
}));

/** The first states that break a promise, to be read; none is right. */
function broken(promise: (facts: RoomFacts, said: RoomSentences) => boolean): RoomFacts[] {
  return TABLE.filter(({ facts, said }) => !promise(facts, said))
    .slice(0, 3)
    .map(({ facts }) => facts);
}

test('the table holds tens of thousands of states, and each word and hint stands in one of them', () => {
  expect(TABLE.length).toBeGreaterThan(40_000);
  expect(new Set(TABLE.map(({ said }) => said.word)).size).toBe(11);
  expect(new Set(TABLE.map(({ said }) => said.hint)).size).toBe(18);
  const rings = [...new Set(TABLE.map(({ said }) => said.ring))].sort();
  expect(rings).toEqual(['closed', 'listening', 'reconnecting', 'speaking', 'thinking']);
});

test('the ring listens, and a word says so, only while speech becomes text or is recorded', () => {
  const claims = ({ ring, word, hint }: RoomSentences) =>
    ring === 'listening' || word === 'listening' || hint === 'pauses-are-fine' || hint === 'speak-then-write';
  expect(broken((facts, said) => !claims(said) || (facts.line === 'up' && heard(facts)))).toEqual([]);
});

/** Told here once more, apart from the rules under test. */
function heard(facts: RoomFacts): boolean {
  const intoText = facts.captions === 'device' || (facts.captions === 'session' && facts.microphone === 'open');
  return facts.mode === 'voice' && (intoText || (facts.recorder === 'running' && facts.microphone === 'open'));
}

test('what is heard is what these rules take for heard', () => {
  expect(broken((facts) => isHeard(facts) === heard(facts))).toEqual([]);
});

test('a recording is spoken of only where one runs, or has run beside this answer', () => {
  expect(
    broken((facts, { sign, field }) => {
      if (sign === 'recording' && facts.recorder !== 'running') return false;
      if (field === 'write-what-counts-recorded') {
        return facts.recordingAgreed && (facts.recorded || facts.recorder === 'running');
      }
      return facts.recorder !== 'running' || facts.mode === 'text' || sign === 'recording';
    }),
  ).toEqual([]);
});

test('without agreement nothing is said to be recorded, whatever runs', () => {
  expect(
    broken(
      ({ recordingAgreed }, { sign, field }) =>
        recordingAgreed || (sign === 'not-agreed' && field !== 'write-what-counts-recorded'),
    ),
  ).toEqual([]);
});

test('an answer is said to be saved only when nothing waits, and typed words to be with us only over a line', () => {
  expect(
    broken((facts, { hint, kept }) => {
      if (hint === 'answer-saved' && (facts.waiting || facts.line !== 'up')) return false;
      if (kept === 'with-us' && (facts.waiting || facts.line !== 'up')) return false;
      return kept !== 'on-device' || facts.stored;
    }),
  ).toEqual([]);
});

test('the clock is said to stand only where it does', () => {
  expect(
    broken(({ line, phase }, { hint }) => {
      if (hint === 'clock-stands') return phase === 'paused' && line === 'up';
      return hint !== 'we-go-another-way' || (phase === 'thinking' && line === 'up');
    }),
  ).toEqual([]);
});

test('the voice is drawn as speaking only while it can be heard, and stops for who speaks only where speech is heard', () => {
  expect(
    broken((facts, { ring, word, hint }) => {
      if ((ring === 'speaking' || word === 'speaking') && !facts.interviewerSounds) return false;
      if (hint !== 'begin-and-it-stops') return true;
      return facts.captions === 'session' && facts.microphone === 'open' && facts.mode === 'voice';
    }),
  ).toEqual([]);
});

test('words are promised to appear only where something writes them, and are asked for in writing where nothing does', () => {
  expect(
    broken((facts, { caption, hint }) => {
      if (caption === 'words-appear' || caption === 'voiced') return heard(facts) && facts.captions !== 'none';
      if (hint === 'speak-then-write') return facts.recorder === 'running' && writesWhatCounts(facts);
      return true;
    }),
  ).toEqual([]);
  expect(writesWhatCounts({ mode: 'voice', captions: 'none' })).toBe(true);
  expect(writesWhatCounts({ mode: 'voice', captions: 'device' })).toBe(false);
});

const AT_EASE: RoomFacts = {
  line: 'up',
  phase: 'listening',
  mode: 'voice',
  thinkingOn: false,
  gentle: false,
  hearing: false,
  trouble: null,
  microphone: 'open',
  recorder: 'stopped',
  recordingAgreed: false,
  recorded: false,
  captions: 'session',
  voiced: false,
  interviewerSounds: true,
  waiting: false,
  answerWaiting: false,
  stored: true,
};

/** What a person reads, in the situations that people meet. */
const MET: [string, Partial<RoomFacts>, string][] = [
  ['heard by the session', {}, 'Listening · Take your time. Pauses are fine.'],
  ['long silent', { gentle: true }, 'Listening · Still here. Take all the time you need.'],
  ['no microphone', { microphone: 'missing' }, 'Your turn · Nothing is heard now. Try the microphone again, or type.'],
  ['the browser asks', { microphone: 'opening' }, 'Opening the microphone · Your browser may ask you to allow it.'],
  [
    'recorded, without captions',
    { captions: 'none', recordingAgreed: true, recorder: 'running' },
    'Your turn · Speak to think if you like. What you write counts.',
  ],
  ['neither recorded nor written down', { captions: 'none', microphone: 'unused' }, 'Your turn · Write your answer.'],
  ['time to think', { thinkingOn: true }, 'Your time · Think. Nobody will prompt you.'],
  ['it speaks', { phase: 'speaking' }, 'Speaking · Begin to speak, and it stops for you.'],
  [
    'it speaks, unheard',
    { phase: 'speaking', interviewerSounds: false },
    'Asking · Read the question; there is no sound.',
  ],
  ['it thinks', { phase: 'thinking' }, 'Thinking · Your answer is saved.'],
  ['it thinks, not acknowledged', { phase: 'thinking', waiting: true }, 'Thinking · Your answer is on its way.'],
  [
    'sent while offline',
    { line: 'down', waiting: true, answerWaiting: true },
    'Waiting to be sent · It goes out by itself as soon as the line is back.',
  ],
  ['a break', { phase: 'paused' }, 'A break · The clock stands still.'],
];

test.each(MET)('%s', (_, facts, text) => {
  const { word, hint } = roomSentences({ ...AT_EASE, ...facts });
  expect(`${wordText(word)} · ${hintText(hint)}`).toBe(text);
});

test('the field, the sign, the caption and where words lie are said in plain words', () => {
  const said = (facts: Partial<RoomFacts>) => roomSentences({ ...AT_EASE, ...facts });
  expect(fieldText(said({ captions: 'none' }).field)).toBe('Write what counts: this is what people read');
  expect(fieldText(said({ captions: 'none', recordingAgreed: true, recorder: 'running' }).field)).toBe(
    'Write what counts; your recording stays beside it',
  );
  expect(signText(said({ recordingAgreed: true, microphone: 'missing' }).sign)).toBe('Not recording: no microphone');
  expect(signText(said({}).sign)).toBe('Not recorded');
  expect(captionText(said({ microphone: 'missing' }).caption)).toBe('Nothing is heard now.');
  expect(keptText(said({ line: 'down' }).kept)).toBe('Kept on this device until the line is back.');
  expect(keptText(said({ line: 'down', stored: false }).kept)).toContain('leave it open');
});
