/**
 * A talk by voice through the session object and Gemini's own wire: what the makers and the engines make of each other,
 * and that whatever the service does wrong, at whichever moment, the candidate's words are kept and the talk goes on.
 */
import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { packSound, SOUND_KIND } from '../../durable-objects/interview/protocol-sound.ts';
import { interviewEvents, turns } from '../../worker/domain/tables.ts';
import { geminiLive } from '../../worker/providers/conversation/gemini-live.ts';
import { geminiModel } from '../../worker/providers/model/gemini-model.ts';
import { geminiEars } from '../../worker/providers/speech/gemini-ears.ts';
import { geminiVoice } from '../../worker/providers/speech/gemini-voice.ts';
import type { Makers } from '../../worker/regions/region.ts';
import type { Fault } from '../emulators/faults.ts';
import { type EmulatorControl, freshKey } from '../support/emulator-control.ts';
import { TALK } from '../support/finished-interview.ts';
import { geminiEmulated } from '../support/gemini-settings.ts';
import { PATIENT } from '../support/provider-faults.ts';
import { anInvited, comesIn, type Invited, type RoomLine, spokenTurn } from '../support/room-line.ts';
import { withMakers } from '../support/scripted-makers.ts';
import { forEars, joined, plain } from '../support/speech-suite.ts';
import { region } from '../support/story.ts';
import { until } from '../support/until.ts';

const { gemini } = inject('emulators');
const SAID = 'I rebuilt the night shift from the ground up.';

// The first word of a fresh emulator takes its time, and no test is about that.
beforeAll(async () => void (await sound()), 60_000);

const told: string[] = [];
afterEach(async () => {
  for (const id of told.splice(0)) await withMakers(id, {});
});

interface Spoken extends EmulatorControl {
  line: RoomLine;
  invited: Invited;
}

/** A candidate at the first question, with Gemini for everything, or for all but the live talk. */
async function speaking(
  engine: 'live' | 'cascade',
  before: (control: EmulatorControl) => Promise<void> = async () => {},
): Promise<Spoken> {
  const control = freshKey(gemini, 'AIza-');
  const settings = geminiEmulated(gemini, control.key);
  const makers: Partial<Makers> = {
    live: engine === 'live' ? [{ place: 'anywhere', use: geminiLive(settings) }] : [],
    ears: [{ place: 'anywhere', use: geminiEars(settings, PATIENT) }],
    models: [{ place: 'anywhere', use: geminiModel(settings, PATIENT) }],
    voices: [{ place: 'anywhere', use: geminiVoice(settings, PATIENT) }],
  };
  const invited = await anInvited({ recording: false }, TALK);
  told.push(invited.interviewId);
  await before(control);
  await withMakers(invited.interviewId, makers);
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'voice' });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.act({ type: 'spoken', turn: spokenTurn(line) });
  await line.phase('listening');
  return { line, invited, ...control };
}

let once: Promise<Int16Array> | undefined;
function sound(): Promise<Int16Array> {
  once ??= (async () => {
    const chunks: Int16Array[] = [];
    const { key } = freshKey(gemini, 'AIza-');
    const voice = geminiVoice(geminiEmulated(gemini, key), PATIENT);
    const signal = new AbortController().signal;
    for await (const one of voice.speak({ text: SAID, language: 'en', signal, onUsage: () => {} })) chunks.push(one);
    return forEars(joined(chunks));
  })();
  return once;
}

/** The sentence as frames from the room, and the end of the turn; gives the number of the last frame. */
async function answers(line: RoomLine, stretch: number, from: number): Promise<number> {
  const pcm = await sound();
  const count = Math.ceil(pcm.length / 1_600);
  for (let n = 0; n < count; n += 1) {
    const frame = { kind: SOUND_KIND.microphone, seq: from + n, stretch, timeMs: 1_000 + n * 100 };
    const part = pcm.slice(n * 1_600, (n + 1) * 1_600);
    line.raw(packSound({ ...frame, last: n === count - 1, pcm: part }).buffer);
  }
  const last = from + count - 1;
  const end = { startMs: 1_000, endMs: 1_000 + count * 100, soundTo: last, typed: '', how: 'silence' } as const;
  expect(await line.act({ type: 'turn-over', ...end })).toMatchObject({ type: 'ack' });
  return last;
}

async function saidIn({ interviewId, owner }: Invited) {
  const [rows] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(turns).where(eq(turns.interviewId, interviewId)).orderBy(turns.position),
  ]);
  return rows;
}

async function eventsOf({ interviewId, owner }: Invited) {
  const [rows] = await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, interviewId)),
  ]);
  return rows;
}

const firstAnswer = (invited: Invited) =>
  until(async () => (await saidIn(invited)).find(({ kind }) => kind === 'answer'), 'the answer');

describe.each(['live', 'cascade'] as const)('by %s', (engine) => {
  test('the answer is written down, followed up by what it said, aloud, and the talk goes on', async () => {
    const { line, invited } = await speaking(engine);
    const from = line.heard.length;
    await answers(line, 1, 1);
    await line.next((m) => m.type === 'caption' && m.speaker === 'interviewer' && m.final, from);
    expect(plain((await firstAnswer(invited)).text)).toBe(plain(SAID));
    await until(
      // Its words come sentence by sentence, and a quote may be cut between two of them.
      async () =>
        (await saidIn(invited)).find(
          ({ kind, text }) => kind === 'follow-up' && text.includes('rebuilt the night shift'),
        ),
      'the follow-up that takes up what was said',
    );
    expect(line.sounds.reduce((sum, { pcm }) => sum + pcm.length, 0)).toBeGreaterThan(24_000);
  });
});

/** At the opening of the line, and in the middle of an answer. */
const WRONG: Fault[] = [
  'busy',
  'quota',
  'wrong-key',
  'close-1007',
  'close-1008',
  'close-1011',
  'broken-line',
  'html',
  'cut',
  'empty',
  'silence',
  'mute',
  'refusal',
  'go-away',
];

describe('whatever the live service does wrong', () => {
  test.each(WRONG.flatMap((fault) => ['live', 'live-turn'].map((at) => ({ fault, at }))))(
    '$fault ($at): the words are kept and the talk goes on',
    async ({ fault, at }) => {
      const { line, invited } = await speaking('live', (control) => control.fails(at, fault, 9));
      const from = line.heard.length;
      await answers(line, 1, 1);
      expect(plain((await firstAnswer(invited)).text)).toBe(plain(SAID));
      await line.phase('speaking', from);
      const events = JSON.stringify(await eventsOf(invited));
      expect(events).not.toContain('night shift');
      line.close();
    },
  );
});
