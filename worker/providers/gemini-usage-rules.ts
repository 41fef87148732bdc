/** What Gemini says that a call used, in the units that it bills. Pure. */
import { array, fallback, type InferOutput, number, object, optional, string } from 'valibot';
import type { Usage, UsageUnit } from '../domain/spend/usage-shape.ts';

const tokens = fallback(optional(number()), undefined);
const details = fallback(optional(array(object({ modality: fallback(string(), ''), tokenCount: tokens }))), undefined);

/** REST calls the answer's tokens `candidates…`, Live calls them `response…`. */
export const usageMetadataSchema = object({
  promptTokenCount: tokens,
  promptTokensDetails: details,
  candidatesTokenCount: tokens,
  candidatesTokensDetails: details,
  responseTokenCount: tokens,
  responseTokensDetails: details,
  thoughtsTokenCount: tokens,
  toolUsePromptTokenCount: tokens,
});
export type UsageMetadata = InferOutput<typeof usageMetadataSchema>;

/** What is counted but not assigned to a modality: the details are known to leave some tokens out. */
export interface Unassigned {
  in: 'text' | 'audio';
  out: 'text' | 'audio';
}

/** The units that are above nothing. Tokens of thought are billed as text that goes out. */
export function geminiUsage(model: string, used: UsageMetadata, unassigned: Unassigned): Usage[] {
  const into = split(used.promptTokenCount, used.promptTokensDetails, unassigned.in);
  const out = split(
    used.responseTokenCount ?? used.candidatesTokenCount,
    used.responseTokensDetails ?? used.candidatesTokensDetails,
    unassigned.out,
  );
  const amounts: [UsageUnit, number][] = [
    ['text-in-tokens', into.text + (used.toolUsePromptTokenCount ?? 0)],
    ['audio-in-tokens', into.audio],
    ['text-out-tokens', out.text + (used.thoughtsTokenCount ?? 0)],
    ['audio-out-tokens', out.audio],
  ];
  return amounts.flatMap(([unit, amount]) => (amount > 0 ? [{ maker: 'gemini', model, unit, amount }] : []));
}

function split(total: number | undefined, parts: UsageMetadata['promptTokensDetails'], rest: 'text' | 'audio') {
  const counted = { text: 0, audio: 0 };
  for (const { modality, tokenCount } of parts ?? []) {
    counted[modality === 'AUDIO' ? 'audio' : 'text'] += tokenCount ?? 0;
  }
  counted[rest] += Math.max(0, (total ?? 0) - counted.text - counted.audio);
  return counted;
}
