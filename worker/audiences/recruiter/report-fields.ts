/** Schemas that the routes of pipeline, report and comparison share. */
import * as v from 'valibot';
import { INTERVIEW_STATES } from '../../domain/interviews/state-shape.ts';
import { timeField } from '../fields.ts';

export const stateField = v.picklist(INTERVIEW_STATES);
export const endReasonField = v.nullable(
  v.picklist(['completed', 'time-up', 'withdrew', 'human-requested', 'left', 'expired']),
);
export const levelField = v.nullable(v.number());
export const decisionKindField = v.picklist(['advance', 'hold', 'reject']);
export const requestKindField = v.picklist(['human', 'adjustment', 'review', 'question']);

/** Where an interview stands right now; null when its session does not tell. */
export const liveField = v.nullable(
  v.object({
    section: v.number(),
    sections: v.number(),
    question: v.number(),
    questions: v.number(),
    line: v.picklist(['here', 'lost']),
    remainingMs: v.nullable(v.number()),
  }),
);

export const engineLossField = v.nullable(
  v.object({ extent: v.picklist(['partly', 'wholly']), why: v.picklist(['fault', 'cap']) }),
);

export const hurdleField = v.nullable(v.picklist(['other-person', 'card']));

export const countsField = v.object({
  'to-decide': v.number(),
  'on-hold': v.number(),
  'in-progress': v.number(),
  invited: v.number(),
  'next-round': v.number(),
  closed: v.number(),
});

/** The words of a turn that a sentence stands on, and when they were said. */
export const quoteField = v.object({ turnId: v.string(), text: v.string(), startMs: v.number(), endMs: v.number() });

export const criterionField = v.object({
  id: v.string(),
  name: v.string(),
  short: v.string(),
  weight: v.number(),
  /** What a person says or does at each level, lowest first. */
  anchors: v.array(v.string()),
  /** The level that holds: the newest of a person, else the scorer's; null is "not enough evidence". */
  level: levelField,
  scorerLevel: levelField,
  /** Why there is no level: too little was said, or it was never asked; the second is nobody's fault. */
  outcome: v.picklist(['scored', 'insufficient-evidence', 'not-asked']),
  confidence: v.nullable(v.picklist(['low', 'medium', 'high'])),
  /** Of several runs: the highest level less the lowest. */
  spread: v.nullable(v.number()),
  /** The runs do not agree: somebody has to look. */
  needsPerson: v.boolean(),
  reason: v.string(),
  quotes: v.array(quoteField),
  /** What a reviewer gave, which holds in place of the scorer's. */
  review: v.nullable(v.object({ level: levelField, reason: v.string() })),
  changes: v.array(v.object({ level: levelField, reason: v.string(), by: v.string(), at: timeField })),
});

export const detailField = v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]));
