import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';

interface Props {
  kind: 'review' | 'question';
  send: (text: string) => Promise<unknown>;
  onClose: (sent: boolean) => void;
}

/** A request to people, in the candidate's own words. */
export function RequestDialog({ kind, send, onClose }: Props) {
  const [text, setText] = useState('');
  const action = useAction(async () => {
    await send(text.trim());
    onClose(true);
  });
  return (
    <Dialog
      title={kind === 'review' ? t('data.review', 'Ask for a human review') : t('data.question.title', 'Ask a person')}
      onClose={() => onClose(false)}
      actions={
        <Button
          kind="main"
          busy={action.busy}
          why={text.trim() === '' ? t('data.request.empty', 'Write a sentence first.') : undefined}
          onClick={() => void action.run()}
        >
          {t('data.request.send', 'Send')}
        </Button>
      }
    >
      <TextField
        label={
          kind === 'review'
            ? t('data.review.label', 'What should be looked at again?')
            : t('data.question.label', 'What would you like?')
        }
        value={text}
        onInput={setText}
        long
        rows={3}
        maxLength={2000}
      />
      <ProblemNotice problem={action.problem} />
    </Dialog>
  );
}
