/** The recruiter's area: signing in, and the workspace behind it. */
import { ErrorBoundary } from 'preact-iso/lazy';
import { useLocation } from 'preact-iso/router';
import { lazyPage } from '../shared/lazy-page.ts';
import { Announcer } from '../shared/ui/announcer.tsx';
import { Workspace } from './workspace.tsx';
import './area.css';

const SignInPage = lazyPage(() => import('./sign-in/sign-in-page.tsx').then((page) => page.SignInPage));

export function App() {
  const { path } = useLocation();
  return (
    <ErrorBoundary>
      {path.startsWith('/app') ? <Workspace /> : <SignInPage />}
      <Announcer />
    </ErrorBoundary>
  );
}
