/**
 * A card names the version of the prompt that made it: other words under the same version would make that a lie. Where
 * this fails, give the prompt its next version and pin that one too; the old pins stay as they are.
 */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  asData,
  carriedText,
  liveInstructions,
  PROMPT_VERSION,
  resumeData,
  thinkInstructions,
} from '../../durable-objects/interview/voice/interviewer-rules.ts';
import {
  DRAFT_PROMPT_VERSION,
  descriptionInput,
  outlineInstructions,
  topicInstructions,
} from '../../worker/domain/plans/drafting/prompt-rules.ts';
import { OUTLINE_JSON_SCHEMA, TOPIC_JSON_SCHEMA } from '../../worker/domain/plans/drafting/written-shape.ts';
import type { Criterion, Question } from '../../worker/domain/plans/plan-shape.ts';
import { JUDGE_PROMPT_VERSION, judgeInput, judgeInstructions } from '../../worker/domain/scoring/judge-prompt-rules.ts';
import { VERDICT_JSON_SCHEMA } from '../../worker/domain/scoring/verdict-shape.ts';

const CRITERION: Criterion = {
  id: 'calm',
  name: 'NAME',
  short: 'SHORT',
  weight: 100,
  levels: ['ONE', 'TWO', 'THREE', 'FOUR', 'FIVE'],
  indicators: [],
};
const QUESTION: Question = {
  id: 'q',
  text: 'QUESTION',
  kind: 'adaptive',
  followUps: { budget: 1, rules: [{ when: 'always', say: 'SAY' }] },
  evidenceFor: ['calm'],
};
const TOPIC = { id: 'calm', section: 'SECTION', criterion: 'NAME', short: 'SHORT', weight: 1, source: null };
const LANGUAGES = ['en', 'ar', 'hi'] as const;

/** All words that a model gets from us, beside the plan's and the candidate's. */
const PROMPTS: Record<string, { version: string; words: unknown }> = {
  judge: {
    version: JUDGE_PROMPT_VERSION,
    words: [
      LANGUAGES.map((language) => judgeInstructions(CRITERION, language)),
      judgeInput([{ label: 'T1', question: 'QUESTION', text: 'ANSWER <b>' }]),
      VERDICT_JSON_SCHEMA,
    ],
  },
  drafter: {
    version: DRAFT_PROMPT_VERSION,
    words: [
      LANGUAGES.flatMap((language) => [
        outlineInstructions(language),
        topicInstructions(TOPIC, [TOPIC], language),
        topicInstructions(TOPIC, [], language),
      ]),
      descriptionInput('TITLE', 'DESCRIPTION'),
      OUTLINE_JSON_SCHEMA,
      TOPIC_JSON_SCHEMA,
    ],
  },
  interviewer: {
    version: PROMPT_VERSION,
    words: [
      LANGUAGES.flatMap((language) => [
        thinkInstructions(QUESTION, language),
        liveInstructions(QUESTION, language),
        thinkInstructions({ ...QUESTION, followUps: { budget: 0, rules: [] } }, language),
      ]),
      asData(QUESTION, ['ANSWER']),
      resumeData('RESUME'),
      carriedText([{ question: 'QUESTION', answer: 'ANSWER' }]),
    ],
  },
};

const PINNED: Record<string, string> = {
  'judge criterion-1': '610f06495f3bf3ad',
  'interviewer interviewer-1': '28d63330ab27a84b',
  'interviewer interviewer-2': '58061e6cebf80f5c',
  'drafter drafter-1': '2ea642d05901cbed',
};

test.each(Object.entries(PROMPTS))(
  'the words of the %s prompt are those of its version',
  (name, { version, words }) => {
    const digest = createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
    expect(digest, `${name} ${version}`).toBe(PINNED[`${name} ${version}`]);
  },
);
