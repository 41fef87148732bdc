/** A link that was just made. It is kept nowhere, so this is the one moment to copy it. */
import { dayTimeAndZone } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { copy } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

export function FreshLink({ name, link, expiresAt }: { name: string; link: string; expiresAt: string }) {
  const copyIt = async () => {
    try {
      await navigator.clipboard.writeText(link);
      announce(t('link.copied', 'Link copied.'));
    } catch {
      announce(t('link.not-copied', 'The browser did not allow copying. Select the link and copy it.'));
    }
  };
  return (
    <Notice kind="good" alert>
      <p>
        <strong>{t('link.sent', 'The invitation for {name} is sent.', { name })}</strong>{' '}
        {t('link.until', 'The link holds until {when}.', { when: dayTimeAndZone(expiresAt) })}
      </p>
      <p>{t('link.once', 'You can copy it now and only now: we keep no copy of it.')}</p>
      <p class="fresh-link">
        <code dir="ltr">{link}</code>
        <Button icon={copy} onClick={() => void copyIt()}>
          {t('link.copy', 'Copy the link')}
        </Button>
      </p>
    </Notice>
  );
}
