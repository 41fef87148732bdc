/** The visitor's area: what needs no session. */
import './visitor.css';
import { useState } from 'preact/hooks';
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { Route, Router } from 'preact-iso/router';
import { Announcer } from '../shared/ui/announcer.tsx';
import { LoadFailed } from '../shared/ui/load-failed.tsx';
import { HomePage } from './home-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const MailboxPage = lazy(() => import('./mailbox/mailbox-page.tsx').then((page) => page.MailboxPage));
const RegionsPage = lazy(() => import('./regions-page.tsx').then((page) => page.RegionsPage));

export function App() {
  const [failed, setFailed] = useState(false);
  if (failed) return <LoadFailed />;
  return (
    <ErrorBoundary onError={() => setFailed(true)}>
      <Router>
        <Route path="/" component={HomePage} />
        <Route path="/mailbox" component={MailboxPage} />
        <Route path="/regions" component={RegionsPage} />
        <Route default component={NotFoundPage} />
      </Router>
      <Announcer />
    </ErrorBoundary>
  );
}
