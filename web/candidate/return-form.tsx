/** A link whose interview is over still leads its owner home: a code to the invited address opens their own pages. */
import { useState } from 'preact/hooks';
import { api } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';
import { Button } from '../shared/ui/button.tsx';
import { ProblemNotice } from '../shared/ui/problem-notice.tsx';
import { TextField } from '../shared/ui/text-field.tsx';
import { useAction } from '../shared/use-action.ts';

const DIGITS = 6;

export function ReturnForm({ link, onOpen }: { link: string; onOpen: () => void }) {
  const [sent, setSent] = useState(false);
  const [code, write] = useState('');
  const send = useAction(async () => {
    await api('POST /api/visitor/link/code', { body: { link } });
    setSent(true);
  });
  const open = useAction(async () => {
    if (code.length !== DIGITS) return;
    await api('POST /api/visitor/link/verify', { body: { link, code } });
    onOpen();
  });
  if (!sent) {
    return (
      <>
        <ProblemNotice problem={send.problem} />
        <div class="act">
          <Button kind="main" busy={send.busy} onClick={() => void send.run()}>
            {t('return.send', 'Mail me a code for my pages')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open.run();
      }}
    >
      <TextField
        label={t('code.label', 'Code from the mail')}
        hint={t('return.hint', 'Six digits, sent to the address that was invited.')}
        value={code}
        onInput={(value) => write(value.replaceAll(/\D/g, '').slice(0, DIGITS))}
        inputMode="numeric"
        dir="ltr"
        autocomplete="one-time-code"
      />
      <ProblemNotice problem={open.problem} />
      <div class="act">
        <Button kind="main" type="submit" busy={open.busy}>
          {t('return.open', 'Open my pages')}
        </Button>
      </div>
    </form>
  );
}
