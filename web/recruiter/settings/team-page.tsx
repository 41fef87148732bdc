export function TeamPage() {
  return <main id="main" />;
}
