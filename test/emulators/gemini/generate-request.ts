/** Reads a request of `generateContent` as the service does: first its shape, then what its model takes. */
import type { Ask } from '../door.ts';
import { Refused } from '../door.ts';
import { messageOf, type Version } from './descriptors.ts';
import { hasLevels, isVoice, type Kind, kindOf } from './models.ts';
import { wavSamples } from './sound.ts';
import { faultsIn } from './strict-json.ts';
import { invalidPayload, refuse } from './words.ts';

interface Part {
  text?: string;
  inlineData?: { mimeType: string; data: string };
}
interface Content {
  role?: string;
  parts?: Part[];
}
/** As the descriptors have let it through. */
interface Body {
  model?: string;
  contents?: Content[];
  systemInstruction?: Content;
  generationConfig?: {
    temperature?: number;
    topP?: number;
    topK?: number;
    maxOutputTokens?: number;
    responseMimeType?: string;
    responseSchema?: unknown;
    responseJsonSchema?: Record<string, unknown>;
    responseModalities?: string[];
    speechConfig?: { voiceConfig?: { prebuiltVoiceConfig?: { voiceName?: string } } };
    thinkingConfig?: { thinkingLevel?: string; thinkingBudget?: number };
    audioTranscriptionConfig?: object;
  };
}

export interface GenerateRequest {
  body: Body;
  model: string;
  kind: Exclude<Kind, 'live'>;
  streamed: boolean;
  instructions: string;
  text: string;
  schema: Record<string, unknown> | null;
  /** The sound in it; null when there is none. */
  pcm: Int16Array | null;
}

export const GENERATE = /^\/+(v1|v1alpha|v1beta)\/models\/([\w.-]+):(streamGenerateContent|generateContent)$/;

/** @throws Refused */
export function readGenerate(ask: Ask): GenerateRequest {
  const [, version = '', model = '', method = ''] = GENERATE.exec(ask.path) ?? [];
  const streamed = method === 'streamGenerateContent';
  if (streamed !== (ask.query.get('alt') === 'sse'))
    refuse(400, 'This emulator streams events (alt=sse) and nothing else.');
  const body = readBody(ask, version as Version);
  const kind = kindOf(model);
  if (kind === null || kind === 'live')
    refuse(404, `models/${model} is not found for API version ${version}, or is not supported for ${method}.`);
  const contents = body.contents ?? [];
  if (contents.length === 0 || contents.some(({ parts }) => (parts ?? []).length === 0))
    refuse(400, '* GenerateContentRequest.contents: contents is not specified');
  if (contents.some(({ role }) => role !== undefined && role !== 'user' && role !== 'model'))
    refuse(400, 'Please use a valid role: user, model.');
  if (kind === 'voice') checkVoice(body);
  else checkThinker(body, model, kind);
  const parts = contents.flatMap((content) => content.parts ?? []);
  return {
    body,
    model,
    kind,
    streamed,
    instructions: textOf(body.systemInstruction?.parts ?? []),
    text: textOf(parts),
    schema: body.generationConfig?.responseJsonSchema ?? null,
    pcm: soundOf(parts),
  };
}

function readBody(ask: Ask, version: Version): Body {
  if (!ask.headers['content-type']?.startsWith('application/json')) refuse(400, 'The content type must be JSON.');
  const type = messageOf(version, 'GenerateContentRequest');
  if (type === null) refuse(404, 'Method not found.');
  let value: unknown;
  try {
    value = JSON.parse(ask.bytes.toString());
  } catch {
    refuse(400, 'Invalid JSON payload received. Unexpected token.');
  }
  const faults = faultsIn(type, value);
  if (faults.length > 0) throw new Refused(invalidPayload(faults));
  return value as Body;
}

/** These models read out what stands in the text, and take little else. */
function checkVoice({ generationConfig = {}, systemInstruction, contents = [] }: Body): void {
  const { responseModalities, speechConfig, temperature, topP, topK } = generationConfig;
  if (temperature !== undefined || topP !== undefined || topK !== undefined)
    refuse(400, 'temperature, topP and topK are not supported by this model.');
  if (systemInstruction !== undefined) refuse(400, 'Developer instruction is not enabled for this model.');
  if (String(responseModalities) !== 'AUDIO')
    refuse(
      400,
      'The requested combination of response modalities is not supported by the model. models/tts accepts: AUDIO',
    );
  if (!isVoice(speechConfig?.voiceConfig?.prebuiltVoiceConfig?.voiceName)) refuse(400, 'Voice name is not supported.');
  const text = textOf(contents.flatMap(({ parts }) => parts ?? []));
  if (text.trim() === '') refuse(400, 'There is no text to be spoken.');
}

function checkThinker({ generationConfig = {} }: Body, model: string, kind: Kind): void {
  const {
    responseModalities = ['TEXT'],
    responseMimeType,
    thinkingConfig,
    temperature,
    maxOutputTokens,
  } = generationConfig;
  const { responseSchema, responseJsonSchema, audioTranscriptionConfig } = generationConfig;
  if (String(responseModalities) !== 'TEXT')
    refuse(400, 'The requested combination of response modalities is not supported by the model.');
  if (responseSchema !== undefined && responseJsonSchema !== undefined)
    refuse(400, 'Only one of response_schema and response_json_schema can be set.');
  if ((responseSchema ?? responseJsonSchema) !== undefined && responseMimeType !== 'application/json')
    refuse(400, 'Response schema is only supported with response MIME type application/json.');
  if (thinkingConfig?.thinkingLevel !== undefined && (!hasLevels(model) || kind === 'ears'))
    refuse(400, 'Thinking level is not supported for this model.');
  if (thinkingConfig?.thinkingLevel !== undefined && thinkingConfig.thinkingBudget !== undefined)
    refuse(400, 'You can only set only one of thinking budget and thinking level.');
  if (temperature !== undefined && (temperature < 0 || temperature > 2))
    refuse(400, 'Temperature must be in the range [0.0, 2.0].');
  if (maxOutputTokens !== undefined && (maxOutputTokens < 1 || maxOutputTokens > 65_536))
    refuse(400, 'max_output_tokens must be in the range [1, 65536].');
  if (audioTranscriptionConfig !== undefined && kind !== 'ears')
    refuse(400, 'Audio transcription is not enabled for this model.');
}

function textOf(parts: Part[]): string {
  return parts.map((part) => part.text ?? '').join('');
}

function soundOf(parts: Part[]): Int16Array | null {
  const inline = parts.find((part) => part.inlineData !== undefined)?.inlineData;
  if (inline === undefined) return null;
  if (!/^audio\/(x-)?wav$/.test(inline.mimeType)) refuse(400, `Unsupported MIME type: ${inline.mimeType}`);
  const samples = wavSamples(inline.data);
  if (typeof samples === 'string') refuse(400, samples);
  return samples;
}
