/** The interviewer's known lines: fetched before they are needed and kept ready to play. */
import { splitFrames, unpackSound } from '../../../../durable-objects/interview/protocol-sound.ts';

export interface KnownLines {
  /** Fetches what is not here yet, one after the other, so that the line stays free for speech. */
  prefetch(names: readonly string[]): void;
  /** The line's sound, or null when there is none: the device's own voice or captions then stand in for it. */
  get(name: string): Promise<Int16Array | null>;
  /** The line if it is here already. */
  ready(name: string): Int16Array | null;
  close(): void;
}

/** More than a section's lines; the oldest is forgotten first. */
const KEPT = 40;
const AGAIN_MS = 400;

export function createKnownLines(): KnownLines {
  const here = new Map<string, Int16Array>();
  const coming = new Map<string, Promise<Int16Array | null>>();
  const gone = new AbortController();
  let line: Promise<Int16Array | null> = Promise.resolve(null);

  function load(name: string): Promise<Int16Array | null> {
    const before = coming.get(name);
    if (before !== undefined) return before;
    const loading = fetchLine(name, gone.signal).then((pcm) => {
      coming.delete(name);
      if (pcm !== null) keep(name, pcm);
      return pcm;
    });
    coming.set(name, loading);
    return loading;
  }

  function keep(name: string, pcm: Int16Array): void {
    here.set(name, pcm);
    const [oldest] = here.keys();
    if (here.size > KEPT && oldest !== undefined) here.delete(oldest);
  }

  return {
    prefetch(names) {
      for (const name of names) line = line.then(() => (here.has(name) || gone.signal.aborted ? null : load(name)));
    },
    get: async (name) => here.get(name) ?? (await load(name)),
    ready: (name) => here.get(name) ?? null,
    close: () => gone.abort(),
  };
}

async function fetchLine(name: string, signal: AbortSignal): Promise<Int16Array | null> {
  for (let attempt = 0; attempt < 2 && !signal.aborted; attempt += 1) {
    if (attempt > 0) await new Promise((done) => setTimeout(done, AGAIN_MS));
    try {
      const answer = await fetch(`/api/candidate/voice/${encodeURIComponent(name)}`, { signal });
      if (answer.ok) return decoded(new Uint8Array(await answer.arrayBuffer()));
      if (answer.status < 500) return null;
    } catch {
      // The line was away; once more.
    }
  }
  return null;
}

function decoded(file: Uint8Array): Int16Array | null {
  const frames = splitFrames(file).map(unpackSound);
  const pcm = new Int16Array(frames.reduce((sum, frame) => sum + (frame?.pcm.length ?? 0), 0));
  let at = 0;
  for (const frame of frames) {
    if (frame === null) continue;
    pcm.set(frame.pcm, at);
    at += frame.pcm.length;
  }
  return pcm.length === 0 ? null : pcm;
}
