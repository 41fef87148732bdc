/** Feedback to a candidate: their own words and what would show more; no level, number, verdict or other person. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedbackOf, VERDICT } from '../../worker/domain/decisions/feedback-rules.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import type { Card } from '../../worker/domain/scoring/scorecard-shape.ts';

const OWN = 'I called the other shop before I told 3 people to wait.';
const quote = { turnId: 't', text: OWN, startMs: 0, endMs: 1 };
const criterion = (id: string, most: string): Plan['rubric']['criteria'][number] => ({
  id,
  name: `Stays ${id}`,
  short: id,
  weight: 50,
  levels: ['a', 'b', 'c', 'd', most],
  indicators: [],
});
const PLAN = {
  rubric: {
    criteria: [criterion('calm', 'Shows what came of it and who was told.'), criterion('fair', 'Excellent, top 5.')],
  },
} as Plan;

function card(level: number | null): Card {
  return {
    digest: [{ text: 'Calls first.', cites: [quote] }],
    criteria: [
      { criterionId: 'calm', level, reason: 'Level 4: better than most.', quotes: level === null ? [] : [quote] },
      { criterionId: 'fair', level: null, outcome: 'not-asked', reason: 'Weak.', quotes: [] },
    ],
  };
}

test('their own words stand as evidence, and the rubric says what would show more', () => {
  expect(feedbackOf(PLAN, card(4))).toEqual([
    { topic: 'Stays calm', seen: [OWN], notAsked: false, more: 'Shows what came of it and who was told.' },
    { topic: 'Stays fair', seen: [], notAsked: true, more: null },
  ]);
});

test('the level makes no difference to what is said', () => {
  const one = feedbackOf(PLAN, card(1));
  for (const level of [2, 3, 4, 5]) expect(feedbackOf(PLAN, card(level))).toEqual(one);
});

test('whatever a scorer wrote, nothing but the candidate’s own words holds a number or a verdict', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 5 }), (reason, most, level) => {
      const plan = { rubric: { criteria: [criterion('calm', most)] } } as Plan;
      const told = feedbackOf(plan, {
        digest: [],
        criteria: [{ criterionId: 'calm', level, reason: `${reason} scored 4 of 5`, quotes: [quote] }],
      });
      for (const { topic, more } of told) {
        expect(topic).toBe('Stays calm');
        expect(more === null || !VERDICT.test(more)).toBe(true);
      }
      expect(JSON.stringify(told)).not.toContain('scored');
    }),
  );
});

test('verdicts and figures are known when they are met', () => {
  for (const text of ['Level four', 'a score', 'rated well', 'top of the group', '٣ of them', 'better than others'])
    expect(VERDICT.test(text)).toBe(true);
  for (const text of ['Names what was tried first.', 'Shows what came of it.', 'Tells who was told and when.'])
    expect(VERDICT.test(text)).toBe(false);
});
