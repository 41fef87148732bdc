/** How a test tells an emulator what to do wrong, and asks it what it was asked; all by API key. */
import type { Fault } from '../emulators/faults.ts';
import type { Asked } from '../emulators/journal.ts';

export interface EmulatorControl {
  fails(at: string, fault: Fault, times?: number): Promise<void>;
  asked(): Promise<Asked[]>;
}

export function controlOf(url: string, key: string): EmulatorControl {
  return {
    async fails(at, fault, times = 1) {
      const body = JSON.stringify({ key, at, fault, times });
      const answer = await fetch(`${url}/_emulator/faults`, { method: 'POST', body });
      if (!answer.ok) throw new Error(`The emulator does not know this fault: ${answer.status}`);
    },
    async asked() {
      const answer = await fetch(`${url}/_emulator/requests?key=${encodeURIComponent(key)}`);
      return (await answer.json()) as Asked[];
    },
  };
}
