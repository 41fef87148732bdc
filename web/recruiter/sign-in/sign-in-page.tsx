export function SignInPage() {
  return <main id="main" />;
}
