/** The microphone that was chosen on the device check, and how loud the person spoke into it; kept for this tab. */
const KEY = 'interloop.microphone';

export interface KeptMicrophone {
  /** The browser's name for it. */
  id: string | undefined;
  /** In dBFS; null when too little was said. */
  level: number | null;
}

export function keepMicrophone(microphone: KeptMicrophone): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(microphone));
  } catch {
    // Storage can be forbidden; the room then takes the usual microphone and learns the level.
  }
}

export function keptMicrophone(): KeptMicrophone {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return { id: undefined, level: null };
    const id = 'id' in kept && typeof kept.id === 'string' ? kept.id : undefined;
    const level = 'level' in kept && typeof kept.level === 'number' ? kept.level : null;
    return { id, level };
  } catch {
    return { id: undefined, level: null };
  }
}
