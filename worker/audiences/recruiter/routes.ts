/** Everything a member of a tenant can do. */
import { decisionRoutes } from './decisions.ts';
import { pipelineRoutes } from './pipeline.ts';
import { recordingRoutes } from './recordings.ts';
import { reportRoutes } from './reports.ts';
import { requestRoutes } from './requests.ts';
import { sessionRoutes } from './session.ts';
import { teamRoutes } from './team.ts';

export const recruiterRoutes = {
  ...sessionRoutes,
  ...teamRoutes,
  ...pipelineRoutes,
  ...reportRoutes,
  ...recordingRoutes,
  ...decisionRoutes,
  ...requestRoutes,
};
