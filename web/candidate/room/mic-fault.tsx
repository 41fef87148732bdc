/** The microphone is away: what happened, and two ways on. Nothing said before is lost. */
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { micFaultText } from '../mic-fault-text.ts';
import type { RoomMicrophone } from './use-microphone.ts';

export function MicFault({
  fault,
  retry,
  type,
}: {
  fault: RoomMicrophone['fault'];
  retry: () => void;
  type: () => void;
}) {
  if (fault === null) return null;
  return (
    <Notice kind="warn" alert>
      <p>
        <strong>{fault === 'lost' ? t('mic.lost', 'The microphone went away.') : micFaultText(fault).title}</strong>{' '}
        {fault === 'lost'
          ? t('mic.lost.text', 'What you said is safe. Plug it in again, or type.')
          : micFaultText(fault).text}
      </p>
      <div class="act">
        <Button small onClick={retry}>
          {t('mic.again', 'Try the microphone again')}
        </Button>
        <Button small kind="text" onClick={type}>
          {t('room.type', 'Type instead')}
        </Button>
      </div>
    </Notice>
  );
}
