/** The microphone in the room: opened when it is wanted, opened again when it goes away or another takes its place. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { keptMicrophone } from '../kept-microphone.ts';
import { closeMicrophone, type MicrophoneFault, openMicrophone } from '../recorder/microphone.ts';

export interface RoomMicrophone {
  stream: MediaStream | null;
  /** Why speaking is not possible now; null when it is. */
  fault: MicrophoneFault | 'lost' | null;
  retry: () => void;
  /** The browser has been asked and has not answered yet. */
  opening: boolean;
}

export function useMicrophone(wanted: boolean): RoomMicrophone {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [fault, setFault] = useState<RoomMicrophone['fault']>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    let open: MediaStream | null = null;
    /** There was one before: what is told then is another thing. */
    let again = false;
    let taking = false;

    const take = async () => {
      // Losing one and the change of devices are told one after the other.
      if (taking) return;
      taking = true;
      const chosen = again ? undefined : keptMicrophone().id;
      let microphone = await openMicrophone(chosen);
      // The chosen one may have been put away since; any other is better than none.
      if (!microphone.ok && chosen !== undefined && microphone.fault === 'none') microphone = await openMicrophone();
      taking = false;
      if (!microphone.ok) {
        if (!gone) setFault(again ? 'lost' : microphone.fault);
        return;
      }
      if (gone) return closeMicrophone(microphone.stream);
      open = microphone.stream;
      const [track] = open.getAudioTracks();
      track?.addEventListener('ended', lost, { once: true });
      setFault(null);
      setStream(open);
      if (!again) {
        again = true;
      } else {
        const name = track?.label ?? '';
        announce(
          name === ''
            ? t('mic.another', 'You now speak through another microphone. What you said is safe.')
            : t('mic.changed', 'You now speak through {name}. What you said is safe.', { name }),
        );
      }
    };
    const lost = () => {
      if (gone || open === null) return;
      closeMicrophone(open);
      open = null;
      setStream(null);
      void take();
    };
    /** Something was plugged in or out: without a microphone it is worth a try, and one that is not there is let go. */
    const changed = async () => {
      if (open === null) return void take();
      const inUse = open.getAudioTracks()[0]?.getSettings().deviceId;
      const all = await navigator.mediaDevices.enumerateDevices();
      if (!gone && !all.some(({ kind, deviceId }) => kind === 'audioinput' && deviceId === inUse)) lost();
    };
    void take();
    navigator.mediaDevices?.addEventListener('devicechange', changed);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', changed);
      if (open !== null) closeMicrophone(open);
      setStream(null);
    };
  }, [wanted, round]);

  return {
    stream,
    fault,
    opening: wanted && stream === null && fault === null,
    retry: () => setRound((before) => before + 1),
  };
}
