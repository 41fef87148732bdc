/** Takes an interview as a candidate would, over the public API and the socket: by voice with real sound, or typed. */
import type { Segment, View } from '../../durable-objects/interview/protocol.ts';
import { CONSENT_TEXT_VERSION } from '../domain/candidates/consent-text-rules.ts';
import type { HttpClient } from './http-client.ts';
import { encodeParts, type RecordedPart } from './recorded-parts.ts';
import { RoomClient } from './room-client.ts';
import { SPEECH_RATE, synthesise } from './speech.ts';

export interface Talk {
  /** One for each question, in order. */
  answers: readonly string[];
  /** What is said to follow-ups, in order. */
  more: readonly string[];
  spoken: boolean;
  /** Leaves the room after this many answers, without a word. */
  leavesAfter?: number;
  report?(line: string): void;
}

const NOTHING_MORE = 'There is nothing more that I can tell about it.';
/** The beginning of an interview reaches the region a moment after the room says so. */
const PART_TRIES = 20;
const PART_PAUSE_MS = 250;

/** Consents, enters, answers everything and sends it off; resolves when the session is done with it. */
export async function takeInterview(client: HttpClient, talk: Talk): Promise<void> {
  const { id } = await client.call('GET /api/candidate/interview');
  await client.call('POST /api/candidate/consents', {
    body: {
      purposes: { interview: true, recording: talk.spoken, analytics: false },
      textVersion: CONSENT_TEXT_VERSION,
      language: 'en',
    },
  });
  const room = new RoomClient(async () => {
    const { path } = await client.call('POST /api/candidate/socket-ticket');
    return new URL(path, client.baseUrl.replace(/^http/, 'ws')).href;
  });
  try {
    await new Drive(client, room, talk, id).run();
  } finally {
    room.close();
  }
}

class Drive {
  readonly #client: HttpClient;
  readonly #room: RoomClient;
  readonly #talk: Talk;
  readonly #id: string;
  readonly #segments: { id: string; parts: number }[] = [];
  #uploads: Promise<void> = Promise.resolve();
  #answered = 0;
  #followUps = 0;

  constructor(client: HttpClient, room: RoomClient, talk: Talk, id: string) {
    this.#client = client;
    this.#room = room;
    this.#talk = talk;
    this.#id = id;
  }

  async run(): Promise<void> {
    for (;;) {
      const view = await this.#room.until(({ phase }) => phase !== 'thinking' && phase !== 'lobby');
      switch (view.phase) {
        case 'ready':
          await this.#moved(view, () => this.#room.do({ type: 'start', mode: this.#talk.spoken ? 'voice' : 'text' }));
          break;
        case 'speaking':
          await this.#moved(view, () => this.#room.do({ type: 'spoken', turn: view.utterance?.turn ?? '' }));
          break;
        case 'listening':
          if (this.#answered === this.#talk.leavesAfter) return;
          await this.#moved(view, () => this.#answer(view));
          break;
        case 'paused':
          await this.#moved(view, () => this.#room.do({ type: 'break', on: false }));
          break;
        case 'review':
          await this.#uploads;
          await this.#moved(view, () => this.#room.do({ type: 'finish', corrections: [], rating: 5, question: null }));
          break;
        case 'sealing':
          this.#talk.report?.('sealing the recording');
          await this.#moved(view, () => this.#room.do({ type: 'parts-complete', segments: this.#segments }));
          break;
        case 'scoring':
        case 'notifying':
          await this.#room.until(({ phase }) => phase !== view.phase);
          break;
        case 'thinking':
        case 'lobby':
          break;
        case 'done':
        case 'ended':
          return;
      }
    }
  }

  /** Acts, then waits until the room shows another moment than `view`. */
  async #moved(view: View, act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => {
      // The session may have moved on by itself in this moment; the next view says what to do.
      if (
        !(
          error instanceof Error &&
          'code' in error &&
          ['wrong_phase', 'unknown_turn', 'over'].includes(String(error.code))
        )
      )
        throw error;
    });
    await this.#room.until((next) => next.phase !== view.phase || next.utterance?.turn !== view.utterance?.turn);
  }

  async #answer(view: View): Promise<void> {
    const text = this.#words(view);
    this.#talk.report?.(`answering question ${view.question?.number ?? '?'} of ${view.question?.count ?? '?'}`);
    this.#answered += 1;
    const startMs = this.#room.nowMs();
    const sentences = sentencesOf(text);
    if (!this.#talk.spoken || sentences.length === 0) {
      await this.#room.do({ type: 'answer', text, via: 'typed', startMs, endMs: this.#room.nowMs(), segments: [] });
      return;
    }
    const segments = await this.#speak(sentences, startMs);
    const endMs = segments.at(-1)?.endMs ?? this.#room.nowMs();
    await this.#room.do({ type: 'answer', text, via: 'voice', startMs, endMs, segments });
  }

  #words(view: View): string {
    if (view.utterance?.kind === 'follow-up') {
      this.#followUps += 1;
      return this.#talk.more[this.#followUps - 1] ?? NOTHING_MORE;
    }
    return this.#talk.answers[(view.question?.number ?? 1) - 1] ?? NOTHING_MORE;
  }

  /** Says the text in real time and uploads its sound; returns where each sentence lies on the session's clock. */
  async #speak(words: string[], startMs: number): Promise<Segment[]> {
    const { pcm, sentences } = await synthesise(words);
    const parts = encodeParts(pcm, null, { segmentStartMs: startMs });
    const name = crypto.randomUUID().replaceAll('-', '').slice(0, 16);
    this.#segments.push({ id: name, parts: parts.length });
    this.#uploads = this.#uploads.then(() => this.#upload(name, parts));
    // A failure is met where all uploads are waited for.
    this.#uploads.catch(() => {});
    const endMs = startMs + Math.ceil((pcm.length * 1000) / SPEECH_RATE);
    await new Promise((done) => setTimeout(done, endMs - this.#room.nowMs()));
    return sentences.map((said) => ({
      text: said.text,
      startMs: startMs + said.startMs,
      endMs: startMs + said.endMs,
    }));
  }

  async #upload(segment: string, parts: RecordedPart[]): Promise<void> {
    for (const part of parts) {
      for (let tries = 1; ; tries += 1) {
        try {
          await this.#put(segment, part);
          break;
        } catch (error) {
          const early = error instanceof Error && 'code' in error && error.code === 'wrong_phase';
          if (!early || tries === PART_TRIES) throw new Error(`part ${part.part} of ${this.#id}`, { cause: error });
          await new Promise((done) => setTimeout(done, PART_PAUSE_MS));
        }
      }
    }
  }

  async #put(segment: string, part: RecordedPart): Promise<void> {
    await this.#client.call('PUT /api/candidate/recording/:segment/:part', {
      params: { segment, part: String(part.part) },
      bytes: part.bytes,
      headers: {
        'content-type': 'audio/webm',
        'x-start-ms': String(part.startMs),
        'x-duration-ms': String(part.durationMs),
        'x-hash': part.hash,
        'x-peaks': part.peaks,
      },
    });
  }
}

/** Text cut after each sentence, without losing a sign: the pieces stand verbatim in the answer. */
export function sentencesOf(text: string): string[] {
  // A full stop inside 2.5 or example.com ends nothing.
  return (text.match(/\S[\s\S]*?(?:[.!?]+(?=\s)|$)/g) ?? []).map((sentence) => sentence.trim());
}
