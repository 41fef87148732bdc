/** What Interloop is, shown by a piece of an interview rather than told; and, on an embedded installation, where to begin. */
import { t } from '../shared/i18n.ts';
import { Loading } from '../shared/ui/states.tsx';
import type { Load } from '../shared/use-load.ts';
import { useTitle } from '../shared/use-title.ts';
import { BeginHere } from './begin-here.tsx';
import { ForWhom } from './for-whom.tsx';
import { Hero } from './hero.tsx';
import { PageFrame } from './page-frame.tsx';
import { Promises } from './promises.tsx';
import { RegionsTable } from './regions-table.tsx';
import { Specimen } from './specimen.tsx';
import { type Installation, useInstallation } from './use-installation.ts';

export function HomePage() {
  useTitle('', t('home.title', 'Interloop: interviews that show their evidence'));
  const installation = useInstallation();
  return (
    <PageFrame
      parts={[
        { href: '#whom', label: t('home.nav.whom', 'For whom') },
        { href: '#promises', label: t('home.nav.promises', 'Promises') },
        { href: '#regions', label: t('home.nav.regions', 'Regions') },
      ]}
    >
      <Hero installation={installation} />
      {/* What comes later would push the rest down while somebody reads it. */}
      {installation.state === 'loading' ? (
        <div class="band">
          <Loading />
        </div>
      ) : (
        <Rest installation={installation} />
      )}
    </PageFrame>
  );
}

function Rest({ installation }: { installation: Load<Installation> }) {
  const known = installation.state === 'ready' ? installation.data : null;
  return (
    <>
      {known?.embedded ? <BeginHere installation={known} /> : null}
      <Specimen />
      <ForWhom />
      <Promises />
      <section class="refuse" aria-label={t('home.refuse.label', 'What we refuse')}>
        <div class="band">
          <p>
            {t('home.refuse', 'We judge no faces, accents, tones or feelings, and no one is turned down by a machine.')}
          </p>
          <p>
            {t(
              'home.refuse.more',
              'No pictures are taken and no voice prints are made. We don’t sell what people said, and train nothing on it.',
            )}
          </p>
        </div>
      </section>
      <section class="part band" id="regions" aria-labelledby="regions-h">
        <h2 id="regions-h">{t('home.regions', 'Five regions, with the difference between a guarantee and a hint')}</h2>
        <p class="lead">
          {t(
            'home.regions.lead',
            'A guarantee is a setting that a provider must keep. A hint is a wish that it usually follows. Where there is only a hint, nothing personal rests.',
          )}
        </p>
        <RegionsTable installation={installation} />
      </section>
    </>
  );
}
