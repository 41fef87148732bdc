/** What the pieces of a streamed answer of `generateContent` hold, and whether it ended as an answer does. Pure. */
import { array, boolean, fallback, type InferOutput, object, optional, safeParse, string } from 'valibot';
import { type FaultKind, ProviderFault } from '../provider-faults.ts';
import { type UsageMetadata, usageMetadataSchema } from './gemini-usage-rules.ts';

const maybeText = fallback(optional(string()), undefined);

const partSchema = object({
  text: maybeText,
  thought: fallback(optional(boolean()), undefined),
  inlineData: optional(object({ mimeType: string(), data: string() })),
  /** Where a model made for transcription may put its words. */
  audioTranscription: optional(object({ text: maybeText })),
});
const pieceSchema = object({
  candidates: optional(
    array(object({ content: optional(object({ parts: optional(array(partSchema)) })), finishReason: maybeText })),
  ),
  promptFeedback: optional(object({ blockReason: maybeText })),
  usageMetadata: optional(usageMetadataSchema),
});

type Part = InferOutput<typeof partSchema>;
export type AnswerPart = Pick<Part, 'text' | 'inlineData'>;

export interface AnswerReader {
  /** @throws ProviderFault */
  parts(piece: unknown): AnswerPart[];
  /** To be called when no more pieces come. @throws ProviderFault when the answer was not whole */
  end(): void;
  /** All that was used up to the last piece. */
  usage(): UsageMetadata | null;
}

export function answerReader(): AnswerReader {
  let finish: string | null = null;
  let usage: UsageMetadata | null = null;
  let last = '';
  return {
    parts(piece) {
      const read = safeParse(pieceSchema, piece);
      if (!read.success) throw fault('malformed');
      const { candidates, promptFeedback, usageMetadata } = read.output;
      // Pieces count what was used so far: one that says and counts the same as the one before is that one again.
      const same = JSON.stringify(read.output);
      if (same === last && usageMetadata !== undefined) return [];
      last = same;
      usage = usageMetadata ?? usage;
      if (promptFeedback?.blockReason) throw fault('refused');
      const [first] = candidates ?? [];
      const parts = (first?.content?.parts ?? []).flatMap(said);
      // Words after the end: what was read is not what was said.
      if (finish !== null && parts.length > 0) throw fault('malformed');
      finish ??= first?.finishReason ?? null;
      return parts;
    },
    end() {
      if (finish !== 'STOP') throw fault(unfinished(finish));
    },
    usage: () => usage,
  };
}

/** Without thoughts, and without parts in which there is nothing. */
function said({ text, thought, inlineData, audioTranscription }: Part): AnswerPart[] {
  if (thought === true) return [];
  const words = text || audioTranscription?.text;
  return inlineData === undefined && !words ? [] : [{ text: words, inlineData }];
}

/** Reasons for which the service will not give this answer, however often it is asked. */
const REFUSING = new Set([
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
]);

function unfinished(finish: string | null): FaultKind {
  return finish !== null && REFUSING.has(finish) ? 'refused' : 'malformed';
}

function fault(kind: FaultKind): ProviderFault {
  return new ProviderFault('gemini', kind);
}
