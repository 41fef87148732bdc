/** Everything that needs no session. */
import { installationRoutes } from './installation.ts';

export const visitorRoutes = { ...installationRoutes };
