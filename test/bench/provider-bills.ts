/** How a live provider bills: at every turn all the sound of the session again, in and out, and all of its text. */
import type { Usage } from '../../worker/domain/spend/usage-shape.ts';

/** Tokens in a second of sound. */
const HEARD = 27.8;
const SPOKEN = 25;
/** A turn in which nothing is said is a call of a few words. */
const CALL_TOKENS = 20;

/** What was sent once, and what it was billed as. */
export class Bill {
  fresh = 0;
  billed = 0;

  get ratio(): number {
    return this.billed / this.fresh;
  }

  session(textTokens: number): Session {
    return new Session(this, textTokens);
  }
}

export class Session {
  private context = 0;
  readonly textTokens: number;
  private readonly bill: Bill;

  constructor(bill: Bill, textTokens: number) {
    this.bill = bill;
    this.textTokens = textTokens;
  }

  hears(ms: number): void {
    this.context += (ms / 1000) * HEARD;
    this.bill.fresh += (ms / 1000) * HEARD;
  }

  /** Sound tokens of this turn in, and then out; what it says belongs to its context from then on. */
  turn(spokenMs: number): { audioIn: number; audioOut: number } {
    const audioIn = Math.ceil(this.context);
    const audioOut = Math.ceil((spokenMs / 1000) * SPOKEN);
    this.context += audioOut;
    this.bill.billed += audioIn;
    return { audioIn, audioOut };
  }
}

export function liveTurn(model: string, session: Session, spokenMs: number): Usage[] {
  const { audioIn, audioOut } = session.turn(spokenMs);
  const of = { maker: 'gemini' as const, model };
  return [
    { ...of, unit: 'audio-in-tokens', amount: audioIn },
    { ...of, unit: 'text-in-tokens', amount: session.textTokens },
    spokenMs > 0
      ? { ...of, unit: 'audio-out-tokens', amount: audioOut }
      : { ...of, unit: 'text-out-tokens', amount: CALL_TOKENS },
  ];
}
