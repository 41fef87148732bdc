export function RolesPage() {
  return <main id="main" />;
}
