/** Routes: what a candidate chooses to say about themselves, apart from the interview. */
import type { CandidateActor } from '../../domain/actors.ts';
import { eraseAboutYou, saveAboutYou } from '../../domain/fairness/about-you.ts';
import { answersSchema } from '../../domain/fairness/questions-rules.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

export const aboutYouRoutes = {
  'PUT /api/candidate/about-you': route({
    summary: 'Say who you are, if you want to; it is only ever counted, and never stands beside your interview',
    body: answersSchema,
    output: null,
    async handle({ region, actor, body }) {
      await saveAboutYou(region, actor, body);
      return undefined;
    },
  }),
  'DELETE /api/candidate/about-you': route({
    summary: 'Take back what you said about yourself',
    output: null,
    async handle({ region, actor }) {
      await eraseAboutYou(region, actor);
      return undefined;
    },
  }),
};
