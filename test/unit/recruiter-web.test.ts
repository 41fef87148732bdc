/** What the recruiter's pages work out for themselves: edits of a plan, pasted lines, the walk of a preview. */
import { expect, test } from 'vitest';
import { initials } from '../../web/recruiter/initials.ts';
import { blocksOf } from '../../web/recruiter/plan/marked-text.ts';
import * as edits from '../../web/recruiter/plan/plan-edits.ts';
import { beginWalk, placeOf, stepWalk } from '../../web/recruiter/plan/preview/preview-walk.ts';
import { unheardIn } from '../../web/recruiter/plan/unheard-words.ts';
import { correctedWords, firstWords } from '../../web/recruiter/report/first-words.ts';
import { titleFrom } from '../../web/recruiter/roles/title-from.ts';
import { deviceWord } from '../../web/recruiter/settings/device-word.ts';
import { wayBack } from '../../web/recruiter/sign-in/way-back.ts';
import { draftPlan } from '../../worker/domain/plans/draft-rules.ts';

const PLAN = draftPlan({
  title: 'Baker',
  description: '- calm an angry customer, again and again\n- train two apprentices in a team within a year',
});
const ids = (plan: typeof PLAN) => edits.questionsOf(plan).map(({ id }) => id);

test('questions move over the edges of sections and never get lost', () => {
  const order = ids(PLAN);
  const [first = ''] = order;
  let plan = PLAN;
  for (let n = 0; n < 30; n += 1) plan = edits.moveQuestion(plan, first, 1);
  expect(ids(plan).at(-1)).toBe(first);
  expect([...ids(plan)].sort()).toEqual([...order].sort());
  for (let n = 0; n < 30; n += 1) plan = edits.moveQuestion(plan, first, -1);
  expect(ids(plan)[0]).toBe(first);
});

test('a new question and a new section get ids that nobody has', () => {
  let plan = PLAN;
  for (let n = 0; n < 5; n += 1) plan = edits.addSection(plan);
  plan = edits.addQuestion(edits.removeQuestion(plan, 'q10'), PLAN.sections[0]?.id ?? '');
  expect(new Set(ids(plan)).size).toBe(ids(plan).length);
});

test('a criterion that goes leaves no question behind that points at it; weights can be made whole', () => {
  const [gone] = PLAN.rubric.criteria;
  const plan = edits.removeCriterion(PLAN, gone?.id ?? '');
  expect(edits.questionsOf(plan).some(({ evidenceFor }) => evidenceFor.includes(gone?.id ?? ''))).toBe(false);
  expect(edits.weightOf(plan)).not.toBe(100);
  expect(edits.weightOf(edits.spreadWeights(plan))).toBe(100);
});

test('a preview asks on as the rules say, within the budget, and comes to its end', () => {
  let walk = stepWalk(PLAN, beginWalk(), '');
  expect(placeOf(PLAN, walk)?.followUp).toBeNull();
  walk = stepWalk(PLAN, walk, 'too short');
  expect(placeOf(PLAN, walk)?.followUp?.why).toBe('short');
  walk = stepWalk(PLAN, walk, 'still short');
  expect(placeOf(PLAN, walk)?.followUp).toBeNull();
  for (let n = 0; n < 40; n += 1) walk = stepWalk(PLAN, walk, '');
  expect(placeOf(PLAN, walk)).toBeNull();
});

test('words that no answer can show are named, words about who somebody is differently', () => {
  expect(unheardIn('Stays professional and offers a repair.')).toEqual({ word: 'professional', why: 'unheard' });
  expect(unheardIn('Speaks without an accent.')?.why).toBe('person');
  expect(unheardIn('Names the loss before the repair.')).toBeNull();
});

test('a job description is cut into blocks, with the phrases of questions marked', () => {
  const blocks = blocksOf('What you will do\n- calm people, and smile\nEnough said.', [
    { phrase: 'calm people', question: 'q1' },
  ]);
  expect(blocks.map(({ kind }) => kind)).toEqual(['head', 'item', 'text']);
  expect(blocks[1]?.pieces).toEqual([{ text: 'calm people', question: 'q1' }, { text: ', and smile' }]);
});

test('small words: initials, titles, devices', () => {
  expect([initials('Ines Carvalho'), initials('😀 x'), initials(' Cher ')]).toEqual(['IC', '😀X', 'C']);
  expect([titleFrom('\n# Night baker, Bremen\n…'), titleFrom('We are looking for somebody.')]).toEqual([
    'Night baker',
    '',
  ]);
  expect(deviceWord('Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox on Windows');
});

test('signing in never leads out of the workspace', () => {
  expect(wayBack('/app/roles/eu_rol_1?show=all')).toBe('/app/roles/eu_rol_1?show=all');
  for (const to of [undefined, '//evil.example', 'https://evil.example', '/app/../i/x', '/apple', '/app\\@evil'])
    expect(wayBack(to)).toBe('/app');
});

test.each([
  ['voice', 'First heard as: “a chop”'],
  ['typed', 'First written as: “a chop”'],
  ['mixed', 'Before the correction: “a chop”'],
] as const)('before its correction, an answer given by “%s” is told as what it was', (via, words) => {
  expect(firstWords(via, 'a chop')).toBe(words);
  expect(correctedWords(via, 'a chop')).toBe(`Corrected before scoring. ${words}`);
});
