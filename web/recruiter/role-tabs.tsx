/** The pages of one role. */
import { t } from '../shared/i18n.ts';
import { Tabs } from '../shared/ui/tabs.tsx';
import { mayEdit, useMe } from './me.ts';
import { comparePath, invitePath, planPath, rolePath, roleSettingsPath } from './paths.ts';

export function RoleTabs({
  roleId,
  at,
}: {
  roleId: string;
  at: 'pipeline' | 'plan' | 'compare' | 'invite' | 'settings';
}) {
  const may = mayEdit(useMe());
  return (
    <Tabs
      label={t('role.tabs', 'This role')}
      tabs={[
        { href: rolePath(roleId), label: t('role.pipeline', 'Pipeline'), current: at === 'pipeline' },
        { href: planPath(roleId), label: t('role.plan', 'Plan and rubric'), current: at === 'plan' },
        { href: comparePath(roleId, []), label: t('role.compare', 'Compare'), current: at === 'compare' },
        {
          href: invitePath(roleId),
          label: may ? t('role.invite', 'Invite') : t('role.invitations', 'Invitations'),
          current: at === 'invite',
        },
        ...(may
          ? [{ href: roleSettingsPath(roleId), label: t('role.settings', 'Settings'), current: at === 'settings' }]
          : []),
      ]}
    />
  );
}
