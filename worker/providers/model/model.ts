/**
 * The model port: thinks about a text and answers with a text, or with JSON of a given schema. It has no tools and no
 * secrets. Every call throws ProviderFault and nothing else, and ends when `signal` says so.
 */
import type { Usage } from '../../domain/spend/usage-shape.ts';
import type { Maker } from '../../provider-faults.ts';

export interface ThinkRequest {
  /** What is to be done. Ours alone. */
  instructions: string;
  /** What it is to be done with, already wrapped as data. */
  input: string;
  /** JSON Schema of the answer (objects with all keys required and nothing additional); free text when null. */
  schema: { name: string; schema: Record<string, unknown> } | null;
  maxTokens: number;
  /** 0 to 1. */
  temperature: number;
  signal: AbortSignal;
  onUsage: (usage: Usage) => void;
}

export interface Model {
  readonly maker: Maker;
  readonly model: string;
  /** The answer, piece by piece. An answer that was cut, blocked or refused ends in a fault, never as if it were whole. */
  think(request: ThinkRequest): AsyncIterable<string>;
}
