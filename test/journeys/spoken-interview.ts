/** A spoken interview by whichever engine its region has: heard, asked on, interrupted, recorded in both lanes. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { EngineKind } from '../../durable-objects/interview/protocol.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import type { RegionId } from '../../worker/ids.ts';
import type { Sentence } from '../emulators/ears/library.ts';
import { SENTENCES } from '../emulators/ears/sentences.ts';
import { enter, SPOKEN_MS, sendIn } from './candidate-steps.ts';
import { captioned, watchCaptions } from './captions.ts';
import { heardAloud, inInterviewersVoice, levelNow, tapLoudspeaker } from './loudspeaker.ts';
import { heardIn, recordedLanes } from './recorded-lanes.ts';
import { reportOf } from './report-of.ts';
import { ANSWERS, anInvitation, type Invited, QUESTIONS, SHORT_PLAN } from './short-plan.ts';
import type { SpeakingMicrophone } from './speaking-microphone.ts';
import type { Place } from './team.ts';

/** Long enough to be interrupted on a busy machine. */
const LONG_QUESTION = `${QUESTIONS[1]} Whom did you tell about it, and how did you know in the end that it had helped?`;
/** The questions of the plan below, as they are asked. */
export const ASKED = [QUESTIONS[0], LONG_QUESTION] as const;

/** The short plan with so many follow-ups to its first question. */
function spokenPlan(followUps: number): Plan {
  return {
    ...SHORT_PLAN,
    sections: SHORT_PLAN.sections.map((section) => ({
      ...section,
      questions: section.questions.map((question, index) => ({
        ...question,
        text: ASKED[index] ?? question.text,
        followUps: { budget: index === 0 ? followUps : 0, rules: [] },
      })),
    })),
  };
}

/** From the link to the room, with a microphone that was heard at the check. */
export async function enterSpeaking(
  page: Page,
  microphone: SpeakingMicrophone,
  place: Place,
  region: RegionId,
  { followUps = 1 }: { followUps?: number } = {},
): Promise<Invited> {
  const who = await anInvitation(place, region, spokenPlan(followUps));
  await microphone.attach(page);
  await tapLoudspeaker(page);
  await watchCaptions(page);
  await enter(page, place.url, who, { recording: true });
  await page.getByRole('button', { name: 'Try the microphone' }).click();
  await microphone.say(page, ANSWERS[0]);
  await page.getByText('We hear you').waitFor();
  await page.getByRole('button', { name: 'Go on with my voice' }).click();
  await page.getByRole('button', { name: 'I’m ready, start the interview' }).click();
  return who;
}

/** Waits for the question and for the floor. */
export async function asked(page: Page, question: string | RegExp): Promise<void> {
  await page.getByRole('heading', { name: question }).waitFor({ timeout: SPOKEN_MS });
  await listening(page);
}

export async function listening(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Listening').waitFor({ timeout: SPOKEN_MS });
}

export async function speaking(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Speaking').waitFor({ timeout: SPOKEN_MS });
}

/** What is said to the follow-up. */
const MORE = SENTENCES[7]?.text ?? '';
export const SAID = [ANSWERS[0], MORE, ANSWERS[1]] as const;
/** A voice of the interviewer, and the quiet of a loudspeaker that plays nothing. */
const LOUD = 0.01;
const QUIET = 0.001;

/** Share of the words that makes a recording one of them. */
const MOSTLY = 0.8;

export interface Told {
  who: Invited;
  followUp: string;
}

/** From the link to the farewell, by voice alone: two questions, a follow-up, an interruption. */
export async function tellAloud(
  page: Page,
  microphone: SpeakingMicrophone,
  place: Place,
  region: RegionId,
): Promise<Told> {
  const who = await enterSpeaking(page, microphone, place, region);
  await asked(page, ASKED[0]);
  expect(await heardAloud(page, ASKED)).toContain(ASKED[0]);

  const first = microphone.say(page, ANSWERS[0]);
  await captioned(page, ANSWERS[0]);
  await first;
  await speaking(page);
  await captioned(page, 'You said you “I lead nine agents in two shifts');
  await listening(page);
  const followUp = 'You said you “I lead nine agents in two shifts, and”. What happened then?';
  expect(await heardAloud(page, [...ASKED, followUp])).toContain(`${ASKED[0]} ${followUp}`);
  await microphone.say(page, MORE);

  await page.getByRole('heading', { name: ASKED[1] }).waitFor({ timeout: SPOKEN_MS });
  await speaking(page);
  await expect.poll(() => levelNow(page), { timeout: 5_000 }).toBeGreaterThan(LOUD);
  const last = microphone.say(page, ANSWERS[1]);
  await listening(page);
  await expect.poll(() => levelNow(page), { timeout: 2_000 }).toBeLessThan(QUIET);
  await last;
  await page.getByRole('heading', { name: 'Did we hear you right?' }).waitFor({ timeout: SPOKEN_MS });
  const shown = (await page.locator('ol.log').innerText()).replaceAll(/\s+/g, ' ');
  for (const words of SAID) expect(shown).toContain(words);
  await sendIn(page);
  return { who, followUp };
}

/** What the recruiter gets of it: the words, quotes that are theirs, a recording with both voices. */
export async function readBack({ who, followUp }: Told, engine: EngineKind): Promise<void> {
  const report = await reportOf(who);
  expect(report.history.find(({ kind }) => kind === 'engine-chosen')?.detail).toEqual({ engine });
  const answers = report.turns.filter(({ speaker }) => speaker === 'candidate');
  expect(answers.map(({ text, via }) => ({ text, via }))).toEqual(SAID.map((text) => ({ text, via: 'voice' })));
  expect(report.turns.filter(({ kind }) => kind === 'follow-up').map(({ text }) => text)).toEqual([followUp]);
  const quotes = report.card?.criteria.flatMap((criterion) => criterion.quotes) ?? [];
  expect(quotes.length).toBeGreaterThan(0);
  for (const { text } of quotes) expect(ANSWERS[1]).toContain(text);

  const lanes = await recordedLanes(who);
  const own = SAID.map((text): Sentence => ({ text, language: 'en' }));
  expect(await heardIn(lanes.left, own)).toBeGreaterThan(MOSTLY);
  expect(await heardIn(lanes.right, inInterviewersVoice([ASKED[0], followUp]))).toBeGreaterThan(MOSTLY);
  // The interviewer fell silent in the middle of it.
  expect(await heardIn(lanes.right, inInterviewersVoice([ASKED[1]]))).toBeLessThan(MOSTLY);
}
