/** What a sound does now, for a component that shows it. */
import { useEffect, useState } from 'preact/hooks';
import type { Sound, SoundState } from './sound.ts';

const SILENT: SoundState = { playing: false, positionMs: 0, span: null, speed: 1, failed: false };

export function useSoundState(sound: Sound | null): SoundState {
  const [state, setState] = useState(sound?.state() ?? SILENT);
  useEffect(() => {
    if (sound === null) return setState(SILENT);
    setState(sound.state());
    return sound.subscribe(() => setState(sound.state()));
  }, [sound]);
  return state;
}
