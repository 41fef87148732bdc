/** A plan for measuring a talk: as many questions as wanted, each of which may be asked on. */
import type { Plan } from '../../../worker/domain/plans/plan-shape.ts';

export function talkPlan(questions: number): Plan {
  return {
    title: 'Customer support lead',
    language: 'en',
    limits: { totalMs: 90 * 60_000, questionMs: 20 * 60_000 },
    patience: 'normal',
    sections: [
      {
        id: 's1',
        title: 'When things go wrong',
        questions: Array.from({ length: questions }, (_, n) => ({
          id: `q${n + 1}`,
          text: `What went wrong in week ${n + 1}?`,
          kind: 'adaptive' as const,
          followUps: { budget: 3, rules: [] },
          evidenceFor: ['calm'],
        })),
      },
    ],
    rubric: {
      criteria: [
        {
          ...{ id: 'calm', name: 'Calm', short: 'Calm', weight: 100, indicators: ['calm'] },
          levels: ['1', '2', '3', '4', '5'],
        },
      ],
    },
  };
}
