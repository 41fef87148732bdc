/** `generateContent` and `streamGenerateContent`: a model that thinks, ears for a file of sound, a voice for a text. */
import { type Brains, tongueOf } from '../brains.ts';
import type { Route, Taken } from '../door.ts';
import type { Answer } from '../faults.ts';
import { type GenerateRequest, readGenerate } from './generate-request.ts';
import { HEARS_RATE, SPEAKS_RATE } from './sound.ts';
import { checked, events, json, newId, pieces, refuse, tokensIn } from './words.ts';

/** As the service counts sound that it hears, and sound that it makes. */
const HEARS_TOKENS_A_SECOND = 32;
const SPEAKS_TOKENS_A_SECOND = 25;
/** What every thought takes. */
const THOUGHT_TOKENS = 12;
/** Odd: about a fifth of a second and half a sample. */
const CHUNK_BYTES = 9601;

/** One for each kind of model, so that faults can be set for each. */
export function generateRoutes(brains: Brains): Route[] {
  const route = (at: string, models: string): Route => ({
    at,
    method: 'POST',
    path: new RegExp(`^/+v1(alpha|beta)?/models/${models}:(streamGenerateContent|generateContent)$`),
    take: async (ask) => taken(brains, readGenerate(ask)),
  });
  return [route('ears', '[\\w.-]*transcribe[\\w.-]*'), route('voice', '[\\w.-]*tts'), route('model', '[\\w.-]+')];
}

interface Piece {
  parts: object[];
  /** Tokens that this piece adds to the answer. */
  tokens: number;
}

function taken(brains: Brains, request: GenerateRequest): Taken {
  const answer = (made: Piece[], finishReason: string) => answerOf(request, made, finishReason);
  return {
    body: forJournal(request),
    answer: async () => {
      const all = await made(brains, request);
      const fitting = within(all, request);
      return answer(fitting, fitting.length < all.length ? 'MAX_TOKENS' : 'STOP');
    },
    refusal: () =>
      request.kind === 'voice' ? answer([{ parts: [], tokens: 0 }], 'PROHIBITED_CONTENT') : blocked(request),
    incomplete: async () => {
      const all = await made(brains, request);
      return answer(all.slice(0, Math.ceil(all.length / 2)), 'MAX_TOKENS');
    },
  };
}

async function made(brains: Brains, request: GenerateRequest): Promise<Piece[]> {
  if (request.kind === 'voice') return spoken(await brains.voice(request.text, tongueOf(request.text)));
  if (request.pcm !== null) return written(await brains.ears(request.pcm));
  if (request.kind === 'ears') refuse(400, 'The request holds no sound.');
  const { instructions, text, schema } = request;
  return written(await brains.think({ instructions, input: text, schema }));
}

/** The end is a piece of its own. */
function written(text: string): Piece[] {
  return [
    ...pieces(text).map((piece) => ({ parts: [{ text: piece }], tokens: tokensIn(piece) })),
    { parts: [], tokens: 0 },
  ];
}

/** As much as the request gave room for, thoughts included. */
function within(all: Piece[], { body, kind }: GenerateRequest): Piece[] {
  let room =
    (body.generationConfig?.maxOutputTokens ?? Number.POSITIVE_INFINITY) - (kind === 'model' ? THOUGHT_TOKENS : 0);
  const end = all.findIndex(({ tokens }) => {
    room -= tokens;
    return room < 0;
  });
  return end === -1 ? all : all.slice(0, Math.max(1, end));
}

/** In chunks that end anywhere, also in the middle of a sample. */
function spoken(pcm: Int16Array): Piece[] {
  const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, at) => {
    const chunk = bytes.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES);
    const inlineData = { mimeType: `audio/L16;codec=pcm;rate=${SPEAKS_RATE}`, data: chunk.toString('base64') };
    const seconds = chunk.length / 2 / SPEAKS_RATE;
    return { parts: [{ inlineData }], tokens: Math.ceil(seconds * SPEAKS_TOKENS_A_SECOND) };
  });
}

function answerOf(request: GenerateRequest, made: Piece[], finishReason: string): Answer {
  const [responseId, spent] = [newId('resp'), usage(request)];
  let tokens = 0;
  const answers = made.map((piece, index) => {
    tokens += piece.tokens;
    return {
      candidates: [
        {
          content: { parts: piece.parts, role: 'model' },
          index: 0,
          ...(index === made.length - 1 ? { finishReason } : {}),
        },
      ],
      usageMetadata: spent(tokens),
      modelVersion: request.model,
      responseId,
    };
  });
  if (request.streamed) return events(answers);
  const parts = made.flatMap((piece) => piece.parts);
  const whole = { ...answers.at(-1), candidates: [{ content: { parts, role: 'model' }, index: 0, finishReason }] };
  return json(checked('GenerateContentResponse', whole));
}

function blocked(request: GenerateRequest): Answer {
  const answer = {
    promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
    usageMetadata: usage(request)(0),
    modelVersion: request.model,
    responseId: newId('resp'),
  };
  return request.streamed ? events([answer]) : json(checked('GenerateContentResponse', answer));
}

function usage({ instructions, text, pcm, kind }: GenerateRequest) {
  const audio = Math.ceil(((pcm?.length ?? 0) / HEARS_RATE) * HEARS_TOKENS_A_SECOND);
  const written = tokensIn(instructions) + tokensIn(text);
  const promptTokensDetails = [
    { modality: 'TEXT', tokenCount: written },
    { modality: 'AUDIO', tokenCount: audio },
  ].filter(({ tokenCount }) => tokenCount > 0);
  const modality = kind === 'voice' ? 'AUDIO' : 'TEXT';
  return (tokens: number) => ({
    promptTokenCount: written + audio,
    promptTokensDetails,
    candidatesTokenCount: tokens,
    candidatesTokensDetails: [{ modality, tokenCount: tokens }],
    ...(kind === 'model' ? { thoughtsTokenCount: THOUGHT_TOKENS } : {}),
    totalTokenCount: written + audio + tokens + (kind === 'model' ? THOUGHT_TOKENS : 0),
  });
}

/** Sound as its length. */
function forJournal({ body, model, streamed }: GenerateRequest): unknown {
  const short = (name: string, value: unknown) =>
    name === 'data' && typeof value === 'string' ? `${value.length} characters` : value;
  return { model, streamed, ...JSON.parse(JSON.stringify(body, short)) };
}
