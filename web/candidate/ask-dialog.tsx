/** Asking for a person or an adjustment, before the interview or in it; it counts against nobody. */
import { useState } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { Dialog } from '../shared/ui/dialog.tsx';
import { ProblemNotice } from '../shared/ui/problem-notice.tsx';
import { TextField } from '../shared/ui/text-field.tsx';
import { useAction } from '../shared/use-action.ts';

export interface AskProps {
  kind: 'human' | 'adjustment';
  tenant: string;
  send: (text: string) => Promise<unknown>;
  /** Before the code nobody knows who asks: it is asked for first, so that nothing is filed in another's name. */
  confirm?: { link: string; address: string };
  onClose: () => void;
}

export function AskDialog({ kind, tenant, send, confirm, onClose }: AskProps) {
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const [mailed, setMailed] = useState(false);
  const [code, setCode] = useState('');
  const action = useAction(async () => {
    if (confirm !== undefined && !mailed) {
      await api('POST /api/visitor/link/code', { body: { link: confirm.link } });
      setMailed(true);
      return;
    }
    if (confirm !== undefined) await api('POST /api/visitor/link/verify', { body: { link: confirm.link, code } });
    await send(text.trim());
    setSent(true);
  });
  const title =
    kind === 'human'
      ? t('ask.human.title', 'Talk with a person instead')
      : t('ask.adjust.title', 'What would help you?');
  if (sent) {
    return (
      <Dialog
        title={t('ask.sent', 'Your request is with {tenant}', { tenant })}
        onClose={onClose}
        actions={
          <Button kind="main" onClick={onClose}>
            {t('ask.back', 'Go back')}
          </Button>
        }
      >
        <p>
          {t(
            'ask.sent.text',
            'We confirm it to you by mail, and a person answers there. Your invitation stays open meanwhile, and asking doesn’t count against you.',
          )}
        </p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="text" onClick={onClose}>
            {t('ask.back', 'Go back')}
          </Button>
          <Button kind="main" busy={action.busy} onClick={() => void action.run()}>
            {kind === 'human' ? t('ask.human.send', 'Ask for a person') : t('ask.adjust.send', 'Send')}
          </Button>
        </>
      }
    >
      <p>
        {kind === 'human'
          ? t('ask.human.text', 'People at {tenant} will write to you. Your application stays where it is.', { tenant })
          : t(
              'ask.adjust.text',
              'More time, breaks, writing instead of speaking, or something else: say what you need, not why. A person at {tenant} answers by mail.',
              { tenant },
            )}
      </p>
      <TextField
        label={
          kind === 'human'
            ? t('ask.human.label', 'Anything they should know (optional)')
            : t('ask.adjust.label', 'What you need')
        }
        value={text}
        onInput={setText}
        long
        rows={3}
        maxLength={2000}
      />
      {mailed && confirm !== undefined ? (
        <TextField
          label={t('code.label', 'Code from the mail')}
          hint={t('ask.code.hint', 'Six digits, just sent to {address}, so that nobody asks in your name.', {
            address: confirm.address,
          })}
          value={code}
          onInput={setCode}
          inputMode="numeric"
          dir="ltr"
          autocomplete="one-time-code"
        />
      ) : null}
      <ProblemNotice problem={action.problem} />
    </Dialog>
  );
}
