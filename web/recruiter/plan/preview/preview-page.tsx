export function PreviewPage(_: { roleId: string }) {
  return <main id="main" />;
}
