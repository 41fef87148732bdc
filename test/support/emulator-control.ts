/** How a test tells an emulator what to do wrong, and asks it what it was asked; all by API key. */
import type { Fault } from '../emulators/faults.ts';
import type { Asked } from '../emulators/journal.ts';

export interface EmulatorControl {
  fails(at: string, fault: Fault, times?: number): Promise<void>;
  /** Answers from this place begin after `firstMs` and go on every `perChunkMs`. */
  slows(at: string, firstMs: number, perChunkMs?: number): Promise<void>;
  asked(): Promise<Asked[]>;
}

export function controlOf(url: string, key: string): EmulatorControl {
  const tell = async (what: string, told: object) => {
    const body = JSON.stringify({ key, ...told });
    const answer = await fetch(`${url}/_emulator/${what}`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`The emulator does not know this: ${answer.status}`);
    await answer.body?.cancel();
  };
  return {
    fails: (at, fault, times = 1) => tell('faults', { at, fault, times }),
    slows: (at, firstMs, perChunkMs = 0) => tell('delays', { at, firstMs, perChunkMs }),
    async asked() {
      const answer = await fetch(`${url}/_emulator/requests?key=${encodeURIComponent(key)}`);
      return (await answer.json()) as Asked[];
    },
  };
}

/** A key that no other test has, beginning as the emulator wants it, and the control that goes with it. */
export function freshKey(url: string, prefix: string): EmulatorControl & { key: string } {
  const key = `${prefix}${crypto.randomUUID()}`;
  return { key, ...controlOf(url, key) };
}
