/**
 * How long each part of a reply may take. The candidate must be able to go on within 10 s whatever fails (see the
 * README), so that two tries at hearing, or two at thinking, and the plan's own rules after them fit into that.
 */

/** One try at writing down a stretch of speech: services take 0.2 to 1.5 s. */
export const HEAR_MS = 4_000;
/** Sound that the room sent before its turn was over is here by then, unless the line broke. */
export const SOUND_ARRIVES_MS = 3_000;
/** The end of an answer that comes over a call: its way through the media server and the copy of it. */
export const CALL_ARRIVES_MS = 1_500;
/** One try at a model's first sentence: 0.4 to 1.2 s as published. */
export const THINK_MS = 3_500;
/** A live model's first sign after the candidate's turn. */
export const LIVE_ANSWERS_MS = 4_000;
/** Opening a live session; it is opened while the question is still being said. */
export const LIVE_OPENS_MS = 5_000;
/** A transcript may come a little behind the reply that it belongs to. */
export const LIVE_WORDS_SETTLE_MS = 250;
export const LIVE_WORDS_LATEST_MS = 1_500;
/** All of a spoken reply. */
export const SPEAK_MS = 20_000;
/** A maker that failed is passed over for this long. */
export const REST_MS = 30_000;
