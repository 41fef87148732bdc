export function PlanPage(_: { roleId: string }) {
  return <main id="main" />;
}
