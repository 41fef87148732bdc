/** Signing in: region and address, the mailed code, and the choice where one address belongs to several tenants. */

import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../shared/api.ts';
import { Wordmark } from '../../shared/brand.tsx';
import { t } from '../../shared/i18n.ts';
import { SkipLink } from '../../shared/ui/skip-link.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { useTitle } from '../../shared/use-title.ts';
import { AddressStep } from './address-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { CodeStep } from './code-step.tsx';
import { rememberRegion } from './known-region.ts';
import type { Asked, Choice } from './sign-in-types.ts';
import { wayBack } from './way-back.ts';
import './sign-in.css';

type Step = { at: 'address' } | { at: 'code'; resendInMs: number; digits: number } | { at: 'choose'; choice: Choice };

export function SignInPage() {
  const { query } = useLocation();
  const installation = useLoad((signal) => api('GET /api/visitor/installation', { signal }), []);
  const [step, go] = useState<Step>({ at: 'address' });
  const [asked, ask] = useState<Asked | null>(null);
  useTitle(t('sign-in.title', 'Sign in'));
  const signedIn = () => {
    if (asked !== null) rememberRegion(asked.region);
    location.replace(wayBack(query.to));
  };
  return (
    <div class="signin">
      <SkipLink />
      <header>
        <Wordmark href="/" />
      </header>
      <main id="main" tabIndex={-1}>
        <Loaded of={installation} what={t('sign-in.loading', 'Looking which regions are set up…')}>
          {(data) => {
            if (step.at === 'address' || asked === null) {
              return (
                <AddressStep
                  installation={data}
                  asked={asked}
                  regionAsked={query.region}
                  onSent={(sent, { resendInMs, digits }) => {
                    ask(sent);
                    go({ at: 'code', resendInMs, digits });
                  }}
                />
              );
            }
            if (step.at === 'code') {
              return (
                <CodeStep
                  asked={asked}
                  resendInMs={step.resendInMs}
                  digits={step.digits}
                  mailbox={data.embedded}
                  onBack={() => go({ at: 'address' })}
                  onSignedIn={signedIn}
                  onChoose={(choice) => go({ at: 'choose', choice })}
                />
              );
            }
            return (
              <ChooseStep
                asked={asked}
                choice={step.choice}
                onSignedIn={signedIn}
                onBack={() => go({ at: 'address' })}
              />
            );
          }}
        </Loaded>
      </main>
      <footer>
        <a href="/regions">{t('sign-in.regions', 'Regions and data')}</a>
        <a href="/">{t('sign-in.about', 'What Interloop is')}</a>
      </footer>
    </div>
  );
}
