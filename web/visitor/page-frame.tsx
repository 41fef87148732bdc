/** The head and foot of every public page. */
import type { ComponentChildren } from 'preact';
import { Wordmark } from '../shared/brand.tsx';
import { t } from '../shared/i18n.ts';
import { SkipLink } from '../shared/ui/skip-link.tsx';

interface Props {
  /** Links to parts of this page. */
  parts?: readonly { href: string; label: string }[];
  class?: string;
  children: ComponentChildren;
}

export function PageFrame({ parts = [], class: extra, children }: Props) {
  return (
    <div class={extra === undefined ? 'public' : `public ${extra}`}>
      <SkipLink />
      <header class="head band">
        <Wordmark href="/" />
        <nav aria-label={t('public.nav', 'Main')}>
          <ul>
            {parts.map((part) => (
              <li class="part-link" key={part.href}>
                <a href={part.href}>{part.label}</a>
              </li>
            ))}
            <li>
              <a class="in" href="/sign-in">
                {t('public.sign-in', 'Sign in')}
              </a>
            </li>
          </ul>
        </nav>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <footer class="foot">
        <div class="band">
          <p>{t('public.foot', 'Interloop. Interviews that show their evidence.')}</p>
          <nav aria-label={t('public.foot-nav', 'More')}>
            <ul>
              <li>
                <a href="/regions">{t('public.regions', 'Regions and data')}</a>
              </li>
              <li>
                <a href="/api/openapi.json" target="_blank" rel="noreferrer">
                  {t('public.api', 'API description')}
                </a>
              </li>
              <li>
                <a href="/sign-in">{t('public.sign-in-foot', 'Sign in as a recruiter')}</a>
              </li>
            </ul>
          </nav>
        </div>
      </footer>
    </div>
  );
}
