/** Single-use tickets for a socket: only their digests are kept, and only for a minute. */
import { sha256Hex } from '../../worker/digest.ts';
import { LIMITS } from '../../worker/limits.ts';

/** Digest → when it runs out. */
export type Tickets = Record<string, number>;

const TICKET_BYTES = 24;

function alive(tickets: Tickets, nowMs: number): [string, number][] {
  return Object.entries(tickets).filter(([, endsAtMs]) => endsAtMs > nowMs);
}

/** A new ticket and its digest. */
export async function makeTicket(): Promise<{ ticket: string; digest: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(TICKET_BYTES));
  const ticket = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ticket, digest: await ticketDigest(ticket) };
}

export function withTicket(
  tickets: Tickets,
  digest: string,
  nowMs: number,
  livesMs: number = LIMITS.wire.ticketLivesMs,
): Tickets {
  // A page that asks again and again without coming holds no more than its sockets.
  const kept = alive(tickets, nowMs).slice(-LIMITS.wire.socketsPerInterview);
  return Object.fromEntries([...kept, [digest, nowMs + livesMs]]);
}

/** The tickets without this one, or null when it is unknown, spent or too old. */
export function spendTicket(tickets: Tickets, digest: string, nowMs: number): Tickets | null {
  const kept = alive(tickets, nowMs);
  if (!kept.some(([known]) => known === digest)) return null;
  return Object.fromEntries(kept.filter(([known]) => known !== digest));
}

export async function ticketDigest(ticket: string): Promise<string> {
  return await sha256Hex(new TextEncoder().encode(ticket));
}
