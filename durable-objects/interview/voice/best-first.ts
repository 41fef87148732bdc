/** Tries makers in order of preference, and for a while passes over those that failed just now. */
import { ProviderFault } from '../../../worker/provider-faults.ts';
import { REST_MS } from './patience.ts';

interface Named {
  readonly maker: ProviderFault['maker'];
  readonly model: string;
}

export class BestFirst<Maker extends Named> {
  private readonly makers: readonly Maker[];
  private readonly now: () => number;
  private readonly onFault: (fault: ProviderFault) => void;
  private readonly restsUntil = new Map<Maker, number>();

  constructor(makers: readonly Maker[], now: () => number, onFault: (fault: ProviderFault) => void) {
    this.makers = makers;
    this.now = now;
    this.onFault = onFault;
  }

  get any(): boolean {
    return this.makers.length > 0;
  }

  /** The makers to try, best first; those that rest come last, since even they are better than nothing. */
  private order(): Maker[] {
    const nowMs = this.now();
    const rests = (maker: Maker) => (this.restsUntil.get(maker) ?? 0) > nowMs;
    return [...this.makers.filter((maker) => !rests(maker)), ...this.makers.filter(rests)].slice(0, 2);
  }

  /**
   * What the first that can gives.
   * @throws ProviderFault of the last that was tried
   */
  async run<T>(attempt: (maker: Maker) => Promise<T>): Promise<T> {
    let last: unknown = null;
    for (const maker of this.order()) {
      try {
        return await attempt(maker);
      } catch (error) {
        last = error;
        this.failed(maker, error);
      }
    }
    throw last ?? new Error('No maker is set up');
  }

  private failed(maker: Maker, error: unknown): void {
    this.restsUntil.set(maker, this.now() + REST_MS);
    this.onFault(error instanceof ProviderFault ? error : new ProviderFault(maker.maker, 'unavailable'));
  }
}
