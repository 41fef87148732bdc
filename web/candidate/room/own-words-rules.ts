/** What the candidate has said in this answer, as the session writes it down: certain words, and what may still change. Pure. */
import type { Segment, ServerMessage } from '../../../durable-objects/interview/protocol.ts';

type Caption = Extract<ServerMessage, { type: 'caption' }>;

interface Stretch extends Segment {
  stretch: number;
  final: boolean;
}

export interface OwnWords {
  /** From the session's draft. */
  kept: readonly Segment[];
  /** From captions since then. */
  stretches: readonly Stretch[];
}

/** A caption that begins this close to a kept segment is another hearing of it. */
const SAME_MS = 60;

export const NO_WORDS: OwnWords = { kept: [], stretches: [] };

export function withDraft(draft: { segments: readonly Segment[] }): OwnWords {
  return { kept: draft.segments, stretches: [] };
}

export function withCaption(words: OwnWords, { stretch, text, startMs, endMs, final }: Caption): OwnWords {
  const others = words.stretches.filter((one) => one.stretch !== stretch);
  const heard = text.trim() === '' ? [] : [{ stretch, text: text.trim(), startMs, endMs, final }];
  return {
    kept: words.kept.filter((segment) => segment.startMs < startMs - SAME_MS),
    stretches: [...others, ...heard].sort((a, b) => a.startMs - b.startMs),
  };
}

/** Words that will not change any more. */
export function certain(words: OwnWords): Segment[] {
  return [...words.kept, ...words.stretches.filter(({ final }) => final)];
}

export function guessed({ stretches }: OwnWords): string {
  return stretches
    .filter(({ final }) => !final)
    .map(({ text }) => text)
    .join(' ');
}

/** What of a draft was typed: all that does not come from its segments. */
export function typedIn({ text, segments }: { text: string; segments: readonly Segment[] }): string {
  const spoken = segments.map((segment) => segment.text.trim()).join(' ');
  return text.startsWith(spoken) ? text.slice(spoken.length).trim() : text;
}
