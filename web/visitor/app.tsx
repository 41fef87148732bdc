/** The visitor's area: what needs no session. */
import './visitor.css';
import { ErrorBoundary } from 'preact-iso/lazy';
import { Route, Router } from 'preact-iso/router';
import { arrive } from '../shared/arrive.ts';
import { lazyPage } from '../shared/lazy-page.ts';
import { Announcer } from '../shared/ui/announcer.tsx';
import { HomePage } from './home-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const MailboxPage = lazyPage(() => import('./mailbox/mailbox-page.tsx').then((page) => page.MailboxPage));
const RegionsPage = lazyPage(() => import('./regions-page.tsx').then((page) => page.RegionsPage));

export function App() {
  return (
    <ErrorBoundary>
      <Router onRouteChange={arrive}>
        <Route path="/" component={HomePage} />
        <Route path="/mailbox" component={MailboxPage} />
        <Route path="/regions" component={RegionsPage} />
        <Route default component={NotFoundPage} />
      </Router>
      <Announcer />
    </ErrorBoundary>
  );
}
