/**
 * Who may use the one backend of an embedded database: a connection takes it for a statement or for a whole
 * transaction, the others wait in line.
 */

/**
 * A waiting connection gives up when the same holder kept the database this long: that is how a query sent
 * over HTTP inside one's own open transaction shows itself here, where it can never end by waiting.
 */
export const HELD_TOO_LONG_MS = 10_000;

/** The database stayed with another connection for too long. */
export class HeldTooLong extends Error {}

interface Waiter {
  who: object;
  grant(): void;
  refuse(error: Error): void;
  timer: NodeJS.Timeout;
}

export class Turns {
  readonly heldTooLongMs: number;
  #holder: object | null = null;
  #heldSince = 0;
  #line: Waiter[] = [];

  constructor(heldTooLongMs = HELD_TOO_LONG_MS) {
    this.heldTooLongMs = heldTooLongMs;
  }

  /** Resolves when `who` holds the database; at once when it does already. @throws HeldTooLong */
  take(who: object): Promise<void> {
    if (this.#holder === who) return Promise.resolve();
    if (this.#holder === null) {
      this.#give(who);
      return Promise.resolve();
    }
    return new Promise((grant, refuse) => {
      const waiter: Waiter = { who, grant, refuse, timer: setTimeout(() => this.#weary(waiter), this.heldTooLongMs) };
      this.#line.push(waiter);
    });
  }

  /** Gives the database to the next in line; nothing happens when `who` does not hold it. */
  release(who: object): void {
    if (this.#holder !== who) return;
    this.#holder = null;
    const next = this.#line.shift();
    if (next === undefined) return;
    clearTimeout(next.timer);
    this.#give(next.who);
    next.grant();
  }

  holds(who: object): boolean {
    return this.#holder === who;
  }

  #give(who: object): void {
    this.#holder = who;
    this.#heldSince = Date.now();
  }

  #weary(waiter: Waiter): void {
    const heldMs = Date.now() - this.#heldSince;
    if (heldMs < this.heldTooLongMs) {
      waiter.timer = setTimeout(() => this.#weary(waiter), this.heldTooLongMs - heldMs);
      return;
    }
    this.#line = this.#line.filter((other) => other !== waiter);
    waiter.refuse(new HeldTooLong());
  }
}
