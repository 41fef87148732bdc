/** All that is agreed to on one page, with nothing folded away. */
import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { Dialog } from '../shared/ui/dialog.tsx';
import type { purposeTexts } from './purpose-texts.ts';

interface Props {
  texts: ReturnType<typeof purposeTexts>;
  tenant: string;
  place: string;
  version: string;
  onClose: () => void;
}

export function WholeText({ texts, tenant, place, version, onClose }: Props) {
  return (
    <Dialog
      title={t('whole.title', 'What you agree to')}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={onClose}>
          {t('ask.back', 'Go back')}
        </Button>
      }
    >
      {[texts.interview, texts.recording, texts.analytics].map(({ name, text, more }) => (
        <section key={name} class="stack-s">
          <h3>{name}</h3>
          <p>{text}</p>
          <p>{more}</p>
        </section>
      ))}
      <section class="stack-s">
        <h3>{t('whole.all', 'For all of them')}</h3>
        <p>
          {t(
            'whole.all.text',
            '{tenant} asks for your consent and decides about your application; a person decides, not a machine. Your data rests in this region: {place}. You can take each choice back at any time on the page of your interview, under “Your data”; it counts at once. There you also see how long each kind of data is kept, get a copy, and ask for correction, erasure or a human review.',
            { tenant, place },
          )}
        </p>
        <p class="data muted">{t('whole.version', 'Text of {version}.', { version })}</p>
      </section>
    </Dialog>
  );
}
