import { useEffect, useState } from 'preact/hooks';
import { openSoundSystem, type SoundSystem } from './sound-system.ts';

/** A browser that lets nothing sound before a press says so at once; one that only starts does not take this long. */
const BLOCKED_AFTER_MS = 800;

export interface SoundSystemState {
  system: SoundSystem | null;
  /** Nothing can be heard until the person presses something. */
  blocked: boolean;
  /** Sound goes in and out now. */
  running: boolean;
}

/** Open while `wanted`. */
export function useSoundSystem(wanted: boolean): SoundSystemState {
  const [system, setSystem] = useState<SoundSystem | null>(null);
  const [blocked, setBlocked] = useState(false);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const look = setTimeout(() => setBlocked(opened.context.state !== 'running'), BLOCKED_AFTER_MS);
    const opened = openSoundSystem((runs) => {
      setRunning(runs);
      if (runs) setBlocked(false);
    });
    setRunning(opened.context.state === 'running');
    setSystem(opened);
    return () => {
      clearTimeout(look);
      setSystem(null);
      setBlocked(false);
      setRunning(false);
      opened.close();
    };
  }, [wanted]);
  return { system, blocked, running };
}
