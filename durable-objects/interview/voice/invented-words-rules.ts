/**
 * Words that a transcriber makes up where nobody spoke: a cough comes back as the context it was given, or as what stands
 * at the end of the films it learned from. The device opens for a sound; how long the sound lasted tells whether it can
 * have held the words. Pure.
 */

/** A stretch begins this long before its voice and ends this long after. */
const AROUND_MS = 800;
/** Nobody speaks faster, and nobody draws a few words out longer. */
const LETTER_MS = { least: 45, most: 200 };
const WORD_LEAST_MS = 250;

/** Ends of films. As the whole of what was said between two pauses they are no answer to any question. */
const CREDITS = [
  /^(?:thank you|thanks)(?: so much| very much)? for (?:watching|listening|viewing)(?: (?:this|the|my) video)?$/u,
  /^(?:please )?(?:like and )?subscribe(?: to (?:my|the|our) channel)?$/u,
  /^(?:see you|i['’]?ll see you)(?: guys)? (?:in the|next) (?:next )?(?:video|time)$/u,
  /\b(?:subtitles|captions|transcription|translation)(?: (?:made|created|provided|done))? by\b|amara\.?\s?org|^\W*(?:music|applause|silence|blank.audio|inaudible|coughs?|coughing)\W*$/u,
  /ترجمة نانسي قنقر|^اشتركوا في القناة|^شكرا (?:على|لكم على) المشاهدة|देखने के लिए धन्यवाद|चैनल को सब्सक्राइब/u,
];
/** What they also write for breath and noise; people say it too. */
const FILLERS = new Set(['you', 'thank you', 'thanks', 'bye', 'okay', 'oh', 'so', 'the', 'شكرا', 'धन्यवाद']);

/** @param hints what the transcriber was told to expect  @param soundMs length of the stretch that it heard */
export function isInvented(text: string, hints: readonly string[], soundMs: number): boolean {
  const said = bare(text);
  if (said === '') return false;
  if (CREDITS.some((pattern) => pattern.test(said) || pattern.test(text.trim().toLowerCase()))) return true;
  const echo = hints.some((hint) => bare(hint) === said) || bare(hints.join(', ')) === said;
  if (!echo && !FILLERS.has(said)) return false;
  const voiceMs = soundMs - AROUND_MS;
  const letters = said.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  if (voiceMs < Math.max(WORD_LEAST_MS * Math.min(1, letters / 6), letters * LETTER_MS.least)) return true;
  // A context that comes back over a long noise was not drawn out that long.
  return echo && voiceMs > Math.max(letters * LETTER_MS.most, 2000);
}

/** Without marks and case, so that a full stop makes no difference. */
function bare(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}'’ ]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
