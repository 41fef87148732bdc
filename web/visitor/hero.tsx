/** The first sentence, and the one thing to do: the sample interview if there is one here, else signing in. */
import { t } from '../shared/i18n.ts';
import type { Load } from '../shared/use-load.ts';
import type { Installation } from './use-installation.ts';

export function Hero({ installation }: { installation: Load<Installation> }) {
  const sample = installation.state === 'ready' ? installation.data.links.candidate?.url : undefined;
  return (
    <div class="hero band">
      <h1>{t('home.headline', 'Interviews that show their evidence')}</h1>
      <div>
        <p class="say">
          {t(
            'home.say',
            'Interloop interviews your candidates at any hour, by voice or in writing. What they say becomes a report in which every level cites the words it rests on. Then a person decides.',
          )}
        </p>
        <div class="act">
          {installation.state === 'loading' ? null : sample === undefined ? (
            <a class="cta" href="/sign-in">
              {t('home.sign-in', 'Sign in to your team')}
            </a>
          ) : (
            <>
              <a class="cta" href={sample}>
                <span class="play" aria-hidden="true" />
                {t('home.sample', 'Take the sample interview')}
              </a>
              <p class="fine">
                {t(
                  'home.sample.fine',
                  'As the invited candidate would, in this browser. It stays on this installation.',
                )}
              </p>
            </>
          )}
        </div>
      </div>
    </div>
  );
}
