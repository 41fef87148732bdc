import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { useTitle } from '../shared/use-title.ts';
import { PageFrame } from './page-frame.tsx';

export function NotFoundPage() {
  useTitle(t('not-found.title', 'Nothing here'));
  return (
    <PageFrame>
      <div class="part band first">
        <h1>{t('not-found.headline', 'There is nothing at this address')}</h1>
        <p class="lead">
          {t(
            'not-found.text',
            'It may have been moved, or a part of it is missing. If it came in a mail, open it from there again.',
          )}
        </p>
        <div class="act">
          <Button kind="main" href="/">
            {t('not-found.home', 'Go to the start')}
          </Button>
        </div>
      </div>
    </PageFrame>
  );
}
