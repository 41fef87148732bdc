/** What is guaranteed where, and which parts of this installation are real. */
import { t } from '../shared/i18n.ts';
import { useTitle } from '../shared/use-title.ts';
import { PageFrame } from './page-frame.tsx';
import { Providers } from './providers.tsx';
import { RegionsTable } from './regions-table.tsx';
import { useInstallation } from './use-installation.ts';

export function RegionsPage() {
  useTitle(t('regions.title', 'Regions and data'));
  const installation = useInstallation();
  return (
    <PageFrame>
      <div class="part band first">
        <h1>{t('regions.headline', 'Where what people say rests')}</h1>
        <p class="lead">
          {t(
            'regions.lead',
            'A team chooses one region when it begins. Its database and its recordings are there and nowhere else. The live session’s clock runs in the region where the platform guarantees it; where it only gives a hint, words never rest in the session.',
          )}
        </p>
        <RegionsTable installation={installation} />
      </div>
      {installation.state === 'ready' ? (
        <section class="part band" aria-labelledby="providers-h">
          <h2 id="providers-h">{t('regions.providers', 'What works here')}</h2>
          <p class="lead">
            {t(
              'regions.providers.lead',
              'A part that is built in sends nothing to anybody. A named one is a provider that this installation was connected to.',
            )}
          </p>
          <Providers installation={installation.data} />
        </section>
      ) : null}
    </PageFrame>
  );
}
