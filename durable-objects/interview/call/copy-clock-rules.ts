/**
 * Where the sound of a copy lies on the session's clock. It comes later than it was said: what waited while the socket
 * was dialled comes in one go, then it comes at the pace of speech, now and then held up. The earliest that any of it
 * came, counted from its own place in the sound, is when the copy began; what comes later than that was held up. Pure.
 */

export interface PlacedSound {
  pcm: Int16Array;
  atMs: number;
}

export interface CopyClock {
  /** Sound at 16 kHz as it came; what can be placed comes back, in order. */
  take(pcm: Int16Array, arrivedMs: number): PlacedSound[];
  /** The track went silent or came back: between the two nothing is sent, so counting begins anew. */
  muted(): PlacedSound[];
}

const PER_MS = 16;
/** Until the burst of what had waited is over; sound is held for as long as this, once. */
const SETTLE_MS = 200;
/** Without sound for longer than a line is held up, the count no longer says where it goes on. */
const GAP_MS = 2_000;
/** The earliest is looked for anew in each stretch of this length, so that two clocks that differ do not drift apart. */
const WINDOW_MS = 10_000;
/** From the mouth to LiveKit and through its own buffers, which nothing here can measure. */
const PATH_MS = 150;

export function copyClock(delayMs = 0): CopyClock {
  let held: { pcm: Int16Array; startMs: number }[] = [];
  let began: number | null = null;
  let lastMs = 0;
  let soundMs = 0;
  let base = Number.POSITIVE_INFINITY;
  let window = { sinceMs: 0, earliest: Number.POSITIVE_INFINITY };
  let settled = false;
  let placedMs = 0;

  function place({ pcm, startMs }: { pcm: Int16Array; startMs: number }): PlacedSound {
    // Never before what came before it; by a hair they may overlap, when the sender's clock is the faster.
    placedMs = Math.max(placedMs, Math.round(base + startMs - PATH_MS - delayMs));
    return { pcm, atMs: placedMs };
  }

  function anew(): PlacedSound[] {
    const left = held.map(place);
    [held, began, soundMs, base, settled] = [[], null, 0, Number.POSITIVE_INFINITY, false];
    window = { sinceMs: 0, earliest: Number.POSITIVE_INFINITY };
    return left;
  }

  return {
    take(pcm, arrivedMs) {
      const before = began !== null && arrivedMs - lastMs > GAP_MS ? anew() : [];
      if (began === null) {
        began = arrivedMs;
        window.sinceMs = arrivedMs;
      }
      lastMs = arrivedMs;
      const piece = { pcm, startMs: soundMs };
      soundMs += pcm.length / PER_MS;
      const earliest = arrivedMs - soundMs;
      base = Math.min(base, earliest);
      window.earliest = Math.min(window.earliest, earliest);
      if (arrivedMs - window.sinceMs >= WINDOW_MS) {
        base = window.earliest;
        window = { sinceMs: arrivedMs, earliest: Number.POSITIVE_INFINITY };
      }
      if (settled) return [...before, place(piece)];
      held.push(piece);
      if (arrivedMs - began < SETTLE_MS) return before;
      settled = true;
      const ready = held.map(place);
      held = [];
      return [...before, ...ready];
    },
    muted: anew,
  };
}
