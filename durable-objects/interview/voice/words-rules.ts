/** One answer from what was said and what was typed beside it. Pure. */
import type { Segment } from '../protocol.ts';

interface Words {
  text: string;
  segments: Segment[];
}

export function spokenText(segments: readonly Segment[]): string {
  return segments
    .map(({ text }) => text.trim())
    .filter((text) => text !== '')
    .join(' ');
}

/** What of a draft was typed: all that does not come from its segments. */
export function typedPart({ text, segments }: Words): string {
  const spoken = spokenText(segments);
  return text.startsWith(spoken) ? text.slice(spoken.length).trim() : text.trim();
}

export function together(segments: readonly Segment[], typed: string): Words {
  const text = [spokenText(segments), typed.trim()].filter((part) => part !== '').join(' ');
  return { text, segments: [...segments] };
}

export function viaOf(segments: readonly Segment[], typed: string): 'voice' | 'typed' | 'mixed' {
  if (segments.length === 0) return typed.trim() === '' ? 'voice' : 'typed';
  return typed.trim() === '' ? 'voice' : 'mixed';
}
