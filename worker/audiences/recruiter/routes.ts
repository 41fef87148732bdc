/** Everything a member of a tenant can do. */
import { adjustmentRoutes } from './adjustments.ts';
import { auditRoutes } from './audit.ts';
import { decisionRoutes } from './decisions.ts';
import { fairnessRoutes } from './fairness.ts';
import { homeRoutes } from './home.ts';
import { invitationRoutes } from './invitations.ts';
import { listeningRoutes } from './listening.ts';
import { pipelineRoutes } from './pipeline.ts';
import { planRoutes } from './plans.ts';
import { privacyRoutes } from './privacy.ts';
import { recordingRoutes } from './recordings.ts';
import { reportRoutes } from './reports.ts';
import { requestRoutes } from './requests.ts';
import { resumeRoutes } from './resumes.ts';
import { roleRoutes } from './roles.ts';
import { sessionRoutes } from './session.ts';
import { teamRoutes } from './team.ts';

export const recruiterRoutes = {
  ...sessionRoutes,
  ...teamRoutes,
  ...homeRoutes,
  ...privacyRoutes,
  ...fairnessRoutes,
  ...roleRoutes,
  ...planRoutes,
  ...invitationRoutes,
  ...pipelineRoutes,
  ...reportRoutes,
  ...resumeRoutes,
  ...recordingRoutes,
  ...listeningRoutes,
  ...decisionRoutes,
  ...adjustmentRoutes,
  ...auditRoutes,
  ...requestRoutes,
};
