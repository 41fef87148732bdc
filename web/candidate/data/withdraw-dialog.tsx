/** Ending things on purpose: the interview, or this device's session. Both say what happens before it does. */
import { api } from '../../shared/api.ts';
import { locale, t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { OwnInterview } from './own-types.ts';

export function WithdrawDialog(props: { own: OwnInterview; done: () => void; onClose: () => void }) {
  const { own, done, onClose } = props;
  const withdraw = useAction(async () => {
    await api('POST /api/candidate/consents/withdrawal', {
      body: {
        purposes: { interview: false, recording: false, analytics: false },
        textVersion: own.textVersion,
        language: locale(),
      },
    });
    onClose();
    done();
  });
  return (
    <Dialog
      title={t('withdraw.title', 'Withdraw from this interview?')}
      onClose={onClose}
      actions={
        <>
          <Button kind="line" onClick={onClose}>
            {t('withdraw.keep', 'Keep my interview')}
          </Button>
          <Button kind="bad" busy={withdraw.busy} onClick={() => void withdraw.run()}>
            {t('withdraw.do', 'Withdraw')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'withdraw.text',
          'The interview ends at once and can’t be opened again. Nothing more is recorded or scored. {tenant} sees that you withdrew, not why.',
          { tenant: own.tenant },
        )}
      </p>
      <p>
        {t(
          'withdraw.kept',
          'Answers that are already kept stay until their time is over; ask under “Correct or erase something” to have them gone sooner.',
        )}
      </p>
      <ProblemNotice problem={withdraw.problem} />
    </Dialog>
  );
}

export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const leave = useAction(async () => {
    await api('DELETE /api/candidate/session');
    location.assign(location.pathname);
  });
  return (
    <Dialog
      title={t('leave.title', 'Leave this device?')}
      onClose={onClose}
      actions={
        <>
          <Button kind="text" onClick={onClose}>
            {t('ask.back', 'Go back')}
          </Button>
          <Button kind="main" busy={leave.busy} onClick={() => void leave.run()}>
            {t('leave.do', 'Leave this device')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'leave.text',
          'What this browser keeps for your interview is removed, also parts of a recording that are not with the server yet. Everything that was saved stays safe.',
        )}
      </p>
      <ProblemNotice problem={leave.problem} />
    </Dialog>
  );
}
