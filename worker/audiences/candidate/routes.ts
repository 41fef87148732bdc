/** Everything a candidate can do, for the one interview of their session. */
import { aboutYouRoutes } from './about-you.ts';
import { callRoutes } from './call.ts';
import { interviewRoutes } from './interview.ts';
import { ownDataRoutes } from './own-data.ts';
import { recordingRoutes } from './recording.ts';
import { resumeRoutes } from './resume.ts';
import { voiceRoutes } from './voice.ts';

export const candidateRoutes = {
  ...interviewRoutes,
  ...recordingRoutes,
  ...ownDataRoutes,
  ...aboutYouRoutes,
  ...resumeRoutes,
  ...voiceRoutes,
  ...callRoutes,
};
