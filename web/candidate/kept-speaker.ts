/** Where sound comes out, as chosen on the device check; kept for this tab. */
const KEY = 'interloop.speaker';

/** Not every browser lets a page choose, and TypeScript does not describe it. */
interface Routable {
  setSinkId?(id: string): Promise<void>;
}

export function keepSpeaker(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Storage can be forbidden; the sound then goes the usual way.
  }
}

export function keptSpeaker(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function canChooseSpeaker(): boolean {
  return 'setSinkId' in AudioContext.prototype;
}

/** Sends a context's sound to the chosen way out; one that is gone again leaves it where it was. */
export async function routeSound(context: AudioContext): Promise<void> {
  const id = keptSpeaker();
  const routable: AudioContext & Routable = context;
  if (id !== '') await routable.setSinkId?.(id).catch(() => {});
}

/** Their names are known once the microphone was allowed. */
export async function speakers(): Promise<{ id: string; name: string }[]> {
  const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
  return all
    .filter(({ kind, deviceId }) => kind === 'audiooutput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}
