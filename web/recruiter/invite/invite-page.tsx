export function InvitePage(_: { roleId: string }) {
  return <main id="main" />;
}
