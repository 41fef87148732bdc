/** The pages of the workspace, each in a chunk of its own; what stands in the address becomes their props. */
import { useRoute } from 'preact-iso/router';
import { lazyPage } from '../shared/lazy-page.ts';

export const HomePage = lazyPage(() => import('./home/home-page.tsx').then((page) => page.HomePage));
export const RolesPage = lazyPage(() => import('./roles/roles-page.tsx').then((page) => page.RolesPage));
export const LivePage = lazyPage(() => import('./live/live-page.tsx').then((page) => page.LivePage));
export const RequestsPage = lazyPage(() => import('./requests/requests-page.tsx').then((page) => page.RequestsPage));
export const PrivacyPage = lazyPage(() => import('./settings/privacy-page.tsx').then((page) => page.PrivacyPage));
export const FairnessPage = lazyPage(() => import('./fairness/fairness-page.tsx').then((page) => page.FairnessPage));
export const AuditPage = lazyPage(() => import('./audit/audit-page.tsx').then((page) => page.AuditPage));
export const TeamPage = lazyPage(() => import('./settings/team-page.tsx').then((page) => page.TeamPage));
export const AccountPage = lazyPage(() => import('./settings/account-page.tsx').then((page) => page.AccountPage));
export const NothingHere = lazyPage(() => import('./nothing-here.tsx').then((page) => page.NothingHere));

export const Pipeline = lazyPage(() =>
  import('./pipeline/pipeline-page.tsx').then(({ PipelinePage }) => () => <PipelinePage roleId={useRoleId()} />),
);
export const Plan = lazyPage(() =>
  import('./plan/plan-page.tsx').then(({ PlanPage }) => () => <PlanPage roleId={useRoleId()} />),
);
export const Preview = lazyPage(() =>
  import('./plan/preview/preview-page.tsx').then(({ PreviewPage }) => () => <PreviewPage roleId={useRoleId()} />),
);
export const Compare = lazyPage(() =>
  import('./compare/compare-page.tsx').then(({ ComparePage }) => () => <ComparePage roleId={useRoleId()} />),
);
export const Invite = lazyPage(() =>
  import('./invite/invite-page.tsx').then(({ InvitePage }) => () => <InvitePage roleId={useRoleId()} />),
);
export const RoleSettings = lazyPage(() =>
  import('./roles/role-settings-page.tsx').then(({ RoleSettingsPage }) => () => (
    <RoleSettingsPage roleId={useRoleId()} />
  )),
);
export const Report = lazyPage(() =>
  import('./report/report-page.tsx').then(({ ReportPage }) => () => <ReportPage id={useRoute().params.id ?? ''} />),
);

function useRoleId(): string {
  return useRoute().params.role ?? '';
}
