/**
 * What a candidate may say about themselves after sending in, and nobody has to. Few and wide groups: they are there
 * to be counted, not to describe a person. `unsaid` is an answer like every other. Pure.
 */
import * as v from 'valibot';

export const QUESTIONS = {
  gender: ['woman', 'man', 'non-binary', 'other', 'unsaid'],
  born: ['before-1970', '1970-1979', '1980-1989', '1990-1999', '2000-or-later', 'unsaid'],
  background: ['minority', 'majority', 'unsure', 'unsaid'],
  disability: ['yes', 'no', 'unsaid'],
} as const;
export type QuestionId = keyof typeof QUESTIONS;
export const QUESTION_IDS = ['gender', 'born', 'background', 'disability'] as const satisfies readonly QuestionId[];

export const answersSchema = v.object({
  gender: v.picklist(QUESTIONS.gender),
  born: v.picklist(QUESTIONS.born),
  background: v.picklist(QUESTIONS.background),
  disability: v.picklist(QUESTIONS.disability),
});
export type Answers = v.InferOutput<typeof answersSchema>;
