/** The rehearsed interviewer asks on by the plan's rules, never beyond its budget or the time. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { FollowUpRule, Plan, Question } from '../../worker/domain/plans/plan-shape.ts';
import { nextRehearsed } from '../../worker/providers/conversation/rehearsed-rules.ts';

vi.setConfig({ testTimeout: 60_000 });

const HOUR_MS = 3_600_000;
const short: FollowUpRule = { when: 'short', words: 8, say: 'Take me through it.' };
const missing: FollowUpRule = { when: 'missing', terms: ['promised', '%', 'by noon'], say: 'What did you promise?' };
const always: FollowUpRule = { when: 'always', say: 'Who decided that?' };

function question(rules: FollowUpRule[], budget = 2): Question {
  return { id: 'q', text: 'What happened?', kind: 'adaptive', followUps: { budget, rules }, evidenceFor: [] };
}

function planOf(...questions: Question[]): Plan {
  return {
    title: 'Baker',
    language: 'en',
    limits: { totalMs: HOUR_MS, questionMs: 60_000 },
    patience: 'normal',
    sections: [{ id: 's', title: 'One', questions }],
    rubric: { criteria: [] },
  };
}

function ask(
  rules: FollowUpRule[],
  answers: string[],
  rest: { asked?: number[]; budget?: number; leftMs?: number } = {},
) {
  const one = question(rules, rest.budget);
  return nextRehearsed({
    plan: planOf(one),
    question: one,
    answers,
    followUpsAsked: rest.asked ?? [],
    remainingMs: rest.leftMs ?? HOUR_MS,
  });
}

test('a short answer is asked on, a long one is not', () => {
  expect(ask([short], ['The oven failed.'])).toEqual({ kind: 'follow-up', say: short.say, rule: 0 });
  expect(ask([short], ['The oven failed at four and I called the other shop.'])).toEqual({ kind: 'next' });
});

test('silence counts as a short answer', () => {
  expect(ask([short], [])).toEqual({ kind: 'follow-up', say: short.say, rule: 0 });
});

test('a missing thing is asked for until it was said, in any of the answers', () => {
  expect(ask([missing], ['I told her that we were late.']).kind).toBe('follow-up');
  expect(ask([missing], ['I Promised her a van.'])).toEqual({ kind: 'next' });
  expect(ask([missing], ['It fell by 12 %.'])).toEqual({ kind: 'next' });
  expect(ask([missing], ['I told her.', 'I said that I would call by  noon.'])).toEqual({ kind: 'next' });
  expect(ask([missing], ['I compromised.']).kind).toBe('follow-up');
});

test('a rule is used once, and the next one that applies follows', () => {
  expect(ask([short, always], ['Yes.'], { asked: [0] })).toEqual({ kind: 'follow-up', say: always.say, rule: 1 });
  expect(ask([short], ['Yes.'], { asked: [0] })).toEqual({ kind: 'next' });
});

test('the budget ends it', () => {
  expect(ask([short, always], ['Yes.'], { asked: [0], budget: 1 })).toEqual({ kind: 'next' });
  expect(ask([always], ['Yes.'], { budget: 0 })).toEqual({ kind: 'next' });
});

test('no follow-up is begun that the time would cut off, or that would cost a later question its turn', () => {
  expect(ask([always], ['Yes.'], { leftMs: 20_000 })).toEqual({ kind: 'next' });
  const first = question([always]);
  const later = ['b', 'c', 'd'].map((id) => ({ ...question([]), id }));
  const request = { question: first, answers: ['Yes.'], followUpsAsked: [], remainingMs: 70_000 };
  expect(nextRehearsed({ ...request, plan: planOf(first) }).kind).toBe('follow-up');
  expect(nextRehearsed({ ...request, plan: planOf(first, ...later) }).kind).toBe('next');
});

test('whatever was said, it ends within the budget and says only what the plan says', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 0, max: 3 }), (answers, budget) => {
      const asked: number[] = [];
      for (let round = 0; round < 10; round += 1) {
        const reply = ask([short, missing, always], answers, { asked: [...asked], budget });
        if (reply.kind === 'next') break;
        expect([short, missing, always].map(({ say }) => say)).toContain(reply.say);
        asked.push(reply.rule);
      }
      expect(asked.length).toBeLessThanOrEqual(budget);
      expect(new Set(asked).size).toBe(asked.length);
    }),
  );
});
