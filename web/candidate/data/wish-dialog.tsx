/** Asking people for something after the fact: another look, or a correction. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';

export type Wish = 'review' | 'question';

interface Props {
  wish: Wish;
  tenant: string;
  send: (text: string) => Promise<unknown>;
  onClose: () => void;
}

const LONGEST = 4000;

export function WishDialog({ wish, tenant, send, onClose }: Props) {
  const [text, setText] = useState('');
  const action = useAction(async () => {
    await send(text.trim());
    announce(t('wish.sent', 'Sent. A person answers by mail.'));
    onClose();
  });
  const empty = text.trim() === '';
  return (
    <Dialog
      title={
        wish === 'review' ? t('wish.review', 'Ask for a human review') : t('wish.question', 'What should be changed?')
      }
      onClose={onClose}
      actions={
        <>
          <Button kind="text" onClick={onClose}>
            {t('ask.back', 'Go back')}
          </Button>
          <Button
            kind="main"
            busy={action.busy}
            why={empty ? t('wish.empty', 'Write a sentence first.') : undefined}
            onClick={() => void action.run()}
          >
            {t('wish.send', 'Send')}
          </Button>
        </>
      }
    >
      <p>
        {t('wish.text', 'This goes to {tenant}. A person answers by mail, and the answer also stands here.', { tenant })}
      </p>
      <TextField
        label={
          wish === 'review'
            ? t('wish.review.label', 'What should they look at again?')
            : t('wish.question.label', 'What should be corrected or erased')
        }
        value={text}
        onInput={setText}
        long
        rows={4}
        maxLength={LONGEST}
      />
      <ProblemNotice problem={action.problem} />
    </Dialog>
  );
}
