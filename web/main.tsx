/** Picks the audience's area by the path and loads only that; a failed load gets a page instead of a blank one. */
import './shared/tokens.css';
import './shared/fonts.css';
import './shared/base.css';
import { type ComponentType, render } from 'preact';
import { LocationProvider } from 'preact-iso/router';
import { activate, chosenLocale } from './shared/i18n.ts';
import { LoadFailed } from './shared/ui/load-failed.tsx';

interface Area {
  name: 'candidate' | 'recruiter' | 'visitor';
  /** Links inside it change the page in place; all others load anew. */
  scope: RegExp;
  load(): Promise<{ App: ComponentType }>;
}

const AREAS: readonly Area[] = [
  { name: 'candidate', scope: /^\/i(\/|\?|#|$)/, load: () => import('./candidate/app.tsx') },
  { name: 'recruiter', scope: /^\/(app|sign-in)(\/|\?|#|$)/, load: () => import('./recruiter/app.tsx') },
  { name: 'visitor', scope: /^\/(?!(i|app|sign-in|api)(\/|\?|#|$))/, load: () => import('./visitor/app.tsx') },
];

async function start(root: HTMLElement): Promise<void> {
  const area = AREAS.find((one) => one.scope.test(location.pathname)) ?? AREAS[2];
  if (area === undefined) return;
  document.documentElement.dataset.area = area.name;
  try {
    const [{ App }] = await Promise.all([area.load(), activate(chosenLocale())]);
    render(
      <LocationProvider scope={area.scope}>
        <App />
      </LocationProvider>,
      root,
    );
  } catch {
    render(<LoadFailed />, root);
  }
}

const root = document.getElementById('app');
if (root !== null) void start(root);
