/** Stands in when a part of the app could not be loaded: the line is down, or a newer version was installed. */
import { Wordmark } from '../brand.tsx';
import { t } from '../i18n.ts';
import { Button } from './button.tsx';

export function LoadFailed() {
  return (
    <main class="load-failed" id="main">
      <Wordmark href="/" />
      <div class="state-page">
        <h1>{t('load-failed.title', 'This page did not load completely')}</h1>
        <p class="muted">
          {t(
            'load-failed.text',
            'The connection broke off, or Interloop was updated meanwhile. What you had saved is safe. Load the page again.',
          )}
        </p>
        <div class="act">
          <Button kind="main" onClick={() => location.reload()}>
            {t('load-failed.again', 'Load again')}
          </Button>
        </div>
      </div>
    </main>
  );
}
