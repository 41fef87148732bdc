/** A stored candidate's address in both spellings. Pure. */
import type { Address } from '../../address-rules.ts';

export function addressOf(stored: { email: string; emailShown: string | null }): Address {
  return { sent: stored.email, shown: stored.emailShown ?? stored.email };
}
