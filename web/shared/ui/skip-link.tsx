import { t } from '../i18n.ts';

/** First on every page; the page's `<main id="main" tabindex={-1}>` is its target. */
export function SkipLink() {
  return (
    <a class="skip" href="#main">
      {t('page.skip', 'Skip to content')}
    </a>
  );
}
