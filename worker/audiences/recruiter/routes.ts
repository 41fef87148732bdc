/** Everything a member of a tenant can do. */
import { decisionRoutes } from './decisions.ts';
import { pipelineRoutes } from './pipeline.ts';
import { recordingRoutes } from './recordings.ts';
import { reportRoutes } from './reports.ts';
import { requestRoutes } from './requests.ts';

export const recruiterRoutes = {
  ...pipelineRoutes,
  ...reportRoutes,
  ...recordingRoutes,
  ...decisionRoutes,
  ...requestRoutes,
};
