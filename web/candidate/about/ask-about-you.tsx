/** After sending in: four questions, closed until somebody wants to see them. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { AboutForm } from './about-form.tsx';
import { AboutWords } from './about-words.tsx';

export function AskAboutYou({ tenant }: { tenant: string }) {
  const [at, go] = useState<'closed' | 'open' | 'saved' | 'declined'>('closed');
  if (at === 'declined') return null;
  return (
    <section class="sub" aria-labelledby="about-you">
      <h2 id="about-you">{t('about.title', 'If you like: help check that this is fair')}</h2>
      {at === 'saved' ? (
        <p class="tag good big">
          <Icon d={check} />
          {t('about.saved', 'Kept, apart from your interview. You can change or erase it under your data.')}
        </p>
      ) : (
        <AboutWords tenant={tenant} />
      )}
      {at === 'closed' ? (
        <div class="act">
          <Button onClick={() => go('open')}>{t('about.show', 'See the four questions')}</Button>
          <Button kind="text" onClick={() => go('declined')}>
            {t('about.no-thanks', 'No, thank you')}
          </Button>
        </div>
      ) : null}
      {at === 'open' ? (
        <AboutForm
          said={null}
          onSaved={() => {
            go('saved');
            announce(t('about.saved.short', 'Your answers are kept.'));
          }}
          other={{ label: t('about.no-thanks', 'No, thank you'), act: () => go('declined') }}
        />
      ) : null}
    </section>
  );
}
