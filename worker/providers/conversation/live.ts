/**
 * The conversation port: a model that hears, thinks and speaks over one socket. One session lives for one question, so
 * that no sound is billed twice and no limit of the provider is ever reached. Sound as in the speech port: 16 kHz in,
 * 24 kHz out. `open` throws ProviderFault; what goes wrong later comes through `closed`, once, and ends the session.
 */
import type { Usage } from '../../domain/spend/usage-shape.ts';
import type { Maker, ProviderFault } from '../../provider-faults.ts';

export interface LiveBrief {
  /** What the interviewer is to do with this question. Ours alone. */
  instructions: string;
  /** What was said before this question, as text wrapped as data; empty at the first. */
  carried: string;
  language: 'en' | 'ar' | 'hi';
  /** Continues a session that broke; null begins one. */
  handle: string | null;
  signal: AbortSignal;
}

export interface LiveEvents {
  /** More of what the candidate said: append it. */
  heard(text: string): void;
  /** More of what the model says: append it. */
  spoke(text: string): void;
  /** More of its voice. */
  sound(pcm: Int16Array): void;
  /** The model has nothing to ask: the next question. */
  goOn(): void;
  /** It has said all that it wants to say. */
  turnOver(): void;
  /** It noticed that the candidate speaks; what it still wanted to say is dropped. */
  interrupted(): void;
  /** With this a broken session can be continued; null: not now. */
  handle(handle: string | null): void;
  used(usage: Usage): void;
  /** The provider will close within this time. */
  leaving(leftMs: number): void;
  /** Closed by us (null), or broken. */
  closed(fault: ProviderFault | null): void;
}

export interface LiveSession {
  /** The candidate begins to speak; sound follows. */
  begin(): void;
  hear(pcm: Int16Array): void;
  /** The candidate's turn is over: the model may answer. */
  end(): void;
  close(): void;
}

export interface Live {
  readonly maker: Maker;
  readonly model: string;
  /** Ready when it resolves. */
  open(brief: LiveBrief, events: LiveEvents): Promise<LiveSession>;
}
