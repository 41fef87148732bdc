/** What a link still opens, and how much of an address is shown to whoever holds it. Pure. */
import type { InterviewState } from '../tables.ts';

export type LinkStanding = 'open' | 'used' | 'expired' | 'revoked';

/** Once the interview is over the link is used; until then it opens on every device with a fresh code. */
export function linkStanding(
  link: { expiresAt: Date; revokedAt: Date | null; state: InterviewState },
  now: Date,
): LinkStanding {
  switch (link.state) {
    case 'invited':
    case 'opened':
    case 'in-interview':
      if (link.revokedAt !== null) return 'revoked';
      return link.expiresAt <= now ? 'expired' : 'open';
    case 'expired':
      return 'expired';
    case 'sealing':
    case 'scoring':
    case 'to-decide':
    case 'on-hold':
    case 'next-round':
    case 'declined':
    case 'withdrawn':
    case 'human-requested':
      return 'used';
  }
}

/** `n•••@e•••.com`: enough to know one's own address, too little to learn another's. */
export function maskedAddress(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  const dot = domain.lastIndexOf('.');
  return `${[...local][0] ?? ''}•••@${[...domain][0] ?? ''}•••${dot > 0 ? domain.slice(dot) : ''}`;
}

/** The name to greet with. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
