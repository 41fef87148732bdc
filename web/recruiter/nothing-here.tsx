/** An address inside the workspace that leads nowhere. */
import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { Empty } from '../shared/ui/states.tsx';
import { useTitle } from '../shared/use-title.ts';

export function NothingHere() {
  useTitle(t('nothing.title', 'Nothing here'));
  return (
    <main id="main" class="page" tabIndex={-1}>
      <Empty page title={t('nothing.here', 'There is nothing at this address')}>
        <p class="muted">{t('nothing.why', 'It may have been removed, or the address is not complete.')}</p>
        <div class="act">
          <Button href="/app">{t('nothing.home', 'Go to your home page')}</Button>
        </div>
      </Empty>
    </main>
  );
}
