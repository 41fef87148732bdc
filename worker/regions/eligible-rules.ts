/**
 * Which makers may get what a tenant's candidates say. A tenant that keeps its processing in its region gets those that
 * process there, and no others; what is not known to be there is not. Pure.
 */
import type { Placed } from './region.ts';

/** A tenant's choice, made at its birth. */
export type Processing = 'region' | 'anywhere';

export function eligible<Maker>(makers: readonly Placed<Maker>[], processing: Processing): Maker[] {
  return makers.filter(({ place }) => processing === 'anywhere' || place === 'here').map(({ use }) => use);
}
