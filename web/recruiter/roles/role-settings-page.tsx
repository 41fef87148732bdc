export function RoleSettingsPage(_: { roleId: string }) {
  return <main id="main" />;
}
