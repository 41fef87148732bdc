/** What stands between the candidate and being heard, or hearing. */
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

/** The browser lets nothing sound before something is pressed: any press will do, this one says so. */
export function Silent() {
  return (
    <Notice kind="warn" alert>
      <p>
        <strong>{t('sound.blocked', 'Your browser keeps the sound off.')}</strong>{' '}
        {t('sound.blocked.text', 'One press, and we hear each other. Until then, read along.')}
      </p>
      <div class="act">
        <Button small onClick={() => {}}>
          {t('sound.on', 'Turn the sound on')}
        </Button>
      </div>
    </Notice>
  );
}

/** `able`: what is said from here on is written down. */
export function Unheard({ able, type }: { able: boolean; type: () => void }) {
  return (
    <Notice kind="warn" alert>
      <p>
        <strong>{t('sound.unheard', 'We could not hear that.')}</strong>{' '}
        {able
          ? t('sound.unheard.text', 'It was our fault, and that time is yours again. Please say it once more, or type.')
          : t('sound.unheard.type', 'It was our fault, and that time is yours again. Please write it down for us.')}
      </p>
      <div class="act">
        <Button small kind="text" onClick={type}>
          {t('room.type', 'Type instead')}
        </Button>
      </div>
    </Notice>
  );
}
