/** What an emulator was asked and what it was told to do wrong, all by API key, so that tests do not meet each other. */
import type { Fault } from './faults.ts';

/** A request as it came; what is secret in the headers is left out. */
export interface Asked {
  at: string | null;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** As it was parsed; null when it was not understood. */
  body: unknown;
  /** Of the answer; null for a message on a socket. */
  status: number | null;
}

export interface Delay {
  /** Until the answer begins. */
  firstMs: number;
  perChunkMs: number;
}

interface Told {
  asked: Asked[];
  faults: { at: string; fault: Fault; times: number }[];
  delays: Map<string, Delay>;
}

export interface Journal {
  write(key: string, asked: Asked): void;
  read(key: string): Asked[];
  /** The next calls of `key` at this place meet the fault. */
  queue(key: string, at: string, fault: Fault, times: number): void;
  /** The fault that the call under way meets; it is used up by that. */
  take(key: string, at: string): Fault | null;
  delay(key: string, at: string, delay: Delay): void;
  delayOf(key: string, at: string): Delay;
  forget(key: string): void;
}

const AT_ONCE: Delay = { firstMs: 0, perChunkMs: 0 };

export function openJournal(): Journal {
  const keys = new Map<string, Told>();
  const of = (key: string): Told => {
    const known = keys.get(key) ?? { asked: [], faults: [], delays: new Map() };
    keys.set(key, known);
    return known;
  };
  return {
    write: (key, asked) => void of(key).asked.push(asked),
    read: (key) => of(key).asked,
    queue: (key, at, fault, times) => void of(key).faults.push({ at, fault, times }),
    take(key, at) {
      const { faults } = of(key);
      const index = faults.findIndex((one) => one.at === at);
      const next = faults[index];
      if (next === undefined) return null;
      next.times -= 1;
      if (next.times <= 0) faults.splice(index, 1);
      return next.fault;
    },
    delay: (key, at, delay) => void of(key).delays.set(at, delay),
    delayOf: (key, at) => of(key).delays.get(at) ?? AT_ONCE,
    forget: (key) => void keys.delete(key),
  };
}
