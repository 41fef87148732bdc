/** Routes: the résumé of somebody who is invited, for the interviewer's questions. Its words are not shown here: what is judged is what is said. */
import * as v from 'valibot';
import { EDITORS } from '../../domain/accounts/team-rules.ts';
import type { MemberActor } from '../../domain/actors.ts';
import { dropResume, readResume, saveResume, saveResumeFile, setKeepResumes } from '../../domain/resumes/resume.ts';
import { MEMBER_ROLES } from '../../domain/vocabulary.ts';
import { idField } from '../fields.ts';
import { FILE_TYPES, givenField, resumeFile, resumeText } from '../resume-body.ts';
import { routesFor } from '../route.ts';

const route = routesFor<MemberActor>();
const params = v.object({ interview: idField('interview') });

export const resumeRoutes = {
  'GET /api/recruiter/interviews/:interview/resume': route({
    summary: 'Whether there is a résumé, and from whom',
    roles: MEMBER_ROLES,
    params,
    output: v.object({ resume: v.nullable(v.object(givenField)), keepsFiles: v.boolean() }),
    handle: async ({ region, actor, params: { interview } }) => {
      const { resume, keepsFiles } = await readResume(region, actor, interview);
      if (resume === null) return { resume, keepsFiles };
      const { text: _, ...given } = resume;
      return { resume: given, keepsFiles };
    },
  }),
  'PUT /api/recruiter/interviews/:interview/resume': route({
    summary: 'Keep the text of a résumé; it takes the place of one before',
    params,
    body: resumeText,
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { interview }, body }) => {
      await saveResume(region, actor, { interviewId: interview, ...body });
      return undefined;
    },
  }),
  'PUT /api/recruiter/interviews/:interview/resume/file': route({
    summary: 'Keep the file beside its text, where the tenant keeps files',
    params,
    bytes: { sends: FILE_TYPES },
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { interview }, c }) => {
      await saveResumeFile(region, actor, { interviewId: interview, ...(await resumeFile(c)) });
      return undefined;
    },
  }),
  'DELETE /api/recruiter/interviews/:interview/resume': route({
    summary: 'Take a résumé away, text and file',
    params,
    output: null,
    roles: EDITORS,
    handle: async ({ region, actor, params: { interview } }) => {
      await dropResume(region, actor, interview);
      return undefined;
    },
  }),
  'PUT /api/recruiter/privacy/resumes': route({
    summary: 'Keep the files of résumés from now on, or their text alone',
    roles: ['owner', 'admin'],
    body: v.object({ on: v.boolean() }),
    output: null,
    handle: async ({ region, actor, body }) => {
      await setKeepResumes(region, actor, body);
      return undefined;
    },
  }),
};
