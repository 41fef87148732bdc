/** Routes: the candidate's own résumé. It may lead to a question, and is never scored. */
import * as v from 'valibot';
import type { CandidateActor } from '../../domain/actors.ts';
import { dropResume, readResume, saveResume, saveResumeFile } from '../../domain/resumes/resume.ts';
import { FILE_TYPES, givenField, resumeFile, resumeText } from '../resume-body.ts';
import { routesFor } from '../route.ts';

const route = routesFor<CandidateActor>();

export const resumeRoutes = {
  'GET /api/candidate/resume': route({
    summary: 'The résumé that is kept with the interview',
    output: v.object({ resume: v.nullable(v.object({ text: v.string(), ...givenField })), keepsFiles: v.boolean() }),
    handle: async ({ region, actor }) => await readResume(region, actor, actor.interviewId),
  }),
  'PUT /api/candidate/resume': route({
    summary: 'Keep the text of a résumé; it takes the place of one before',
    body: resumeText,
    output: null,
    handle: async ({ region, actor, body }) => {
      await saveResume(region, actor, { interviewId: actor.interviewId, ...body });
      return undefined;
    },
  }),
  'PUT /api/candidate/resume/file': route({
    summary: 'Keep the file beside its text, where the employer keeps files',
    bytes: { sends: FILE_TYPES },
    output: null,
    handle: async ({ region, actor, c }) => {
      await saveResumeFile(region, actor, { interviewId: actor.interviewId, ...(await resumeFile(c)) });
      return undefined;
    },
  }),
  'DELETE /api/candidate/resume': route({
    summary: 'Take the résumé away, text and file',
    output: null,
    handle: async ({ region, actor }) => {
      await dropResume(region, actor, actor.interviewId);
      return undefined;
    },
  }),
};
