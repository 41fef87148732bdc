/** Everything that needs no session. */
import { installationRoutes } from './installation.ts';
import { linkRoutes } from './link.ts';
import { pageReportRoutes } from './page-reports.ts';
import { signInRoutes } from './sign-in.ts';

export const visitorRoutes = { ...installationRoutes, ...linkRoutes, ...signInRoutes, ...pageReportRoutes };
