/** Leaving a device that others use: the session ends here, and what this browser kept goes. */
import { del } from 'idb-keyval';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { openPartStore } from '../recorder/part-store.ts';

export function SignOut({ onClose }: { onClose: () => void }) {
  const [kept, setKept] = useState<{ interview: string; parts: number } | null>(null);
  useEffect(() => {
    void waitingHere().then(setKept, () => setKept(null));
  }, []);
  const leave = useAction(async () => {
    await api('DELETE /api/candidate/session');
    sessionStorage.clear();
    if (kept !== null) {
      await openPartStore(kept.interview).forgetAll();
      await del(`outbox:${kept.interview}`);
    }
    location.assign(location.pathname);
  });
  return (
    <Dialog
      title={t('sign-out.title', 'Sign out on this device?')}
      onClose={onClose}
      actions={
        <>
          <Button kind="text" onClick={onClose}>
            {t('ask.back', 'Go back')}
          </Button>
          <Button kind="main" busy={leave.busy} onClick={() => void leave.run()}>
            {t('sign-out.do', 'Sign out')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'sign-out.text',
          'Nobody who uses this device after you sees your interview. Your place is kept: the link from your mail and a new code bring you back.',
        )}
      </p>
      {kept !== null && kept.parts > 0 ? (
        <p class="warn">
          {t(
            'sign-out.waiting',
            '{n, plural, one {One piece of your recording is} other {# pieces of your recording are}} not sent yet and would be lost. Go back and wait a moment to keep them.',
            { n: kept.parts },
          )}
        </p>
      ) : null}
      <ProblemNotice problem={leave.problem} />
    </Dialog>
  );
}

/** What of this device's interview is not with the server yet. */
async function waitingHere(): Promise<{ interview: string; parts: number }> {
  const { id } = await api('GET /api/candidate/interview');
  return { interview: id, parts: (await openPartStore(id).waiting()).length };
}
