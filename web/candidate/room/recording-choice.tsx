/** The switch for the recording, in the room: on from now on, or off with what was recorded so far deleted. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { OwnInterview } from '../link.ts';
import { openPartStore } from '../recorder/part-store.ts';

interface Props {
  own: OwnInterview;
  /** Agreed to, as the session has it. */
  on: boolean;
}

export function RecordingChoice({ own, on }: Props) {
  const [asking, ask] = useState(false);
  const choose = useAction(async (recording: boolean) => {
    const body = {
      purposes: { ...own.consents, interview: true, recording },
      textVersion: own.textVersion,
      language: document.documentElement.lang,
    };
    await api(recording ? 'POST /api/candidate/consents' : 'POST /api/candidate/consents/withdrawal', { body });
    if (!recording) await openPartStore(own.id).forgetAll();
    ask(false);
  });
  return (
    <>
      <label class="row" for="record">
        <span>
          {t('room.record', 'Record my voice')}
          <small>
            {on
              ? t('room.record.on', 'Agreed: kept beside what you say or write')
              : t('room.record.off', 'Off: nothing you say is kept as sound')}
          </small>
        </span>
        <Switch id="record" on={on} onChange={(next) => (next ? void choose.run(true) : ask(true))} />
      </label>
      {asking ? (
        <Dialog
          title={t('room.record.stop', 'Stop the recording?')}
          onClose={() => ask(false)}
          actions={
            <>
              <Button kind="text" onClick={() => ask(false)}>
                {t('room.record.keep', 'Go on recording')}
              </Button>
              <Button kind="bad" busy={choose.busy} onClick={() => void choose.run(false)}>
                {t('room.record.delete', 'Stop and delete')}
              </Button>
            </>
          }
        >
          <p>
            {t(
              'room.record.stop.text',
              'What was recorded of your voice so far is deleted. Your words stay, and the interview goes on.',
            )}
          </p>
          <ProblemNotice problem={choose.problem} />
        </Dialog>
      ) : null}
    </>
  );
}
