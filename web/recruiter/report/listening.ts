/** The one sound of a report: what plays now, from where to where, told to every part that shows it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface Span {
  startMs: number;
  endMs: number;
}

export interface Listening {
  /** False when there is no recording: quotes then lead to the transcript instead. */
  audible: boolean;
  /** How far the recording reaches; 0 when there is none. */
  lengthMs: number;
  playing: boolean;
  positionMs: number;
  /** The quote that was asked for last, while it is being played. */
  span: Span | null;
  /** Plays a span from its beginning; a second press on the one that plays stops it. */
  play(span: Span): void;
  seek(ms: number): void;
}

const SILENT: Listening = {
  audible: false,
  lengthMs: 0,
  playing: false,
  positionMs: 0,
  span: null,
  play: () => {},
  seek: () => {},
};

export const ListeningContext = createContext<Listening>(SILENT);

export function useListening(): Listening {
  return useContext(ListeningContext);
}

export function isSpan(a: Span | null, b: Span): boolean {
  return a !== null && a.startMs === b.startMs && a.endMs === b.endMs;
}

/** How much of a span has been heard, from 0 to 1. */
export function heard(span: Span, positionMs: number): number {
  const length = Math.max(1, span.endMs - span.startMs);
  return Math.min(1, Math.max(0, (positionMs - span.startMs) / length));
}
