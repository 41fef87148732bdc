/** The frames of Gemini's Live API: ours as they are sent, theirs as what they tell. Pure. */
import {
  array,
  boolean,
  fallback,
  type InferOutput,
  object,
  optional,
  pipe,
  safeParse,
  string,
  transform,
} from 'valibot';
import type { GeminiSettings } from '../../provider-settings.ts';
import { wellFormed } from '../../text-rules.ts';
import { durationMs } from '../gemini-fault-rules.ts';
import { bytesOf, toBase64 } from '../gemini-sound-rules.ts';
import { usageMetadataSchema } from '../gemini-usage-rules.ts';
import type { LiveBrief } from './live.ts';

/** The one thing that the model may do besides talking. It takes nothing, so that nothing said can reach through it. */
export const GO_ON = 'go_on';

/** 100 ms at 16 kHz: frames of 20 to 100 ms are what the provider asks for. */
const FRAME_SAMPLES = 1600;

/**
 * A question costs a few thousand tokens, so that this never happens in an interview that goes well; where a session
 * lives on by mistake, it slides instead of ending at the provider's 15 minutes.
 */
const COMPRESSION = { triggerTokens: '25600', slidingWindow: { targetTokens: '12800' } };

/** Without a language code: Live models refuse codes they do not speak with 1007, and follow what they are told. */
const SPEAK: Record<LiveBrief['language'], string> = {
  en: 'Speak English, whatever language you hear.',
  ar: 'Speak Arabic, whatever language you hear.',
  hi: 'Speak Hindi, whatever language you hear.',
};

/** The address of the socket. The key goes into a header: addresses are kept in logs. */
export function liveAddress(settings: GeminiSettings): string {
  const service = `google.ai.generativelanguage.${settings.apiVersion}.GenerativeService.BidiGenerateContent`;
  return `${settings.baseUrl.replace(/\/+$/, '')}/ws/${service}`;
}

/** The first frame. A session that is continued has its history already. */
export function setupFrame(settings: GeminiSettings, brief: LiveBrief) {
  return {
    setup: {
      model: `models/${settings.liveModel}`,
      generationConfig: {
        responseModalities: ['AUDIO'],
        speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: settings.voice } } },
      },
      systemInstruction: { parts: [{ text: `${brief.instructions}\n\n${SPEAK[brief.language]}` }] },
      tools: [
        {
          functionDeclarations: [
            {
              name: GO_ON,
              description: 'Says that this question is done and nothing is left to ask about it. Call it silently.',
              behavior: 'NON_BLOCKING',
            },
          ],
        },
      ],
      inputAudioTranscription: {},
      outputAudioTranscription: {},
      realtimeInputConfig: {
        automaticActivityDetection: { disabled: true },
        turnCoverage: 'TURN_INCLUDES_ONLY_ACTIVITY',
      },
      sessionResumption: brief.handle === null ? {} : { handle: brief.handle },
      contextWindowCompression: COMPRESSION,
      ...(carries(brief) ? { historyConfig: { initialHistoryInClientContent: true } } : {}),
    },
  };
}

/** What was said before this question, to be sent before the first sound; null when there is nothing to send. */
export function historyFrame(brief: LiveBrief) {
  if (!carries(brief)) return null;
  return { clientContent: { turns: [{ role: 'user', parts: [{ text: brief.carried }] }], turnComplete: true } };
}

function carries(brief: LiveBrief): boolean {
  return brief.carried !== '' && brief.handle === null;
}

export const ACTIVITY_START = { realtimeInput: { activityStart: {} } };
export const ACTIVITY_END = { realtimeInput: { activityEnd: {} } };

export function soundFrames(pcm: Int16Array) {
  const frames = [];
  for (let at = 0; at < pcm.length; at += FRAME_SAMPLES) {
    const data = toBase64(bytesOf(pcm.subarray(at, at + FRAME_SAMPLES)));
    frames.push({ realtimeInput: { audio: { data, mimeType: 'audio/pcm;rate=16000' } } });
  }
  return frames;
}

/** Tells the model that its call arrived, and asks it to say nothing about it. */
export function calledFrame(call: { id: string; name: string }) {
  return {
    toolResponse: {
      functionResponses: [{ id: call.id, name: call.name, response: { result: 'ok' }, scheduling: 'SILENT' }],
    },
  };
}

const text = fallback(string(), '');
/** The text door of the live model: what it heard and what it says. */
const said = optional(object({ text: pipe(text, transform(wellFormed)) }));
const flag = fallback(optional(boolean()), undefined);

const frameSchema = object({
  setupComplete: optional(object({})),
  serverContent: optional(
    object({
      modelTurn: optional(
        object({ parts: optional(array(object({ inlineData: optional(object({ mimeType: text, data: text })) }))) }),
      ),
      inputTranscription: said,
      outputTranscription: said,
      interrupted: flag,
      generationComplete: flag,
      turnComplete: flag,
    }),
  ),
  toolCall: optional(object({ functionCalls: fallback(array(object({ id: text, name: text })), []) })),
  sessionResumptionUpdate: optional(object({ newHandle: text, resumable: flag })),
  goAway: optional(object({ timeLeft: fallback(optional(string()), undefined) })),
  usageMetadata: optional(usageMetadataSchema),
});

export type ServerFrame = InferOutput<typeof frameSchema>;

/** What the provider gives itself when it does not say. */
const LEAVES_MS = 5000;

/** The frame in this text; null when it is none. What we do not know in it is left alone: the API grows. */
export function readFrame(json: string): ServerFrame | null {
  try {
    const read = safeParse(frameSchema, JSON.parse(json));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

export function leavingMs(goAway: NonNullable<ServerFrame['goAway']>): number {
  return durationMs(goAway.timeLeft) ?? LEAVES_MS;
}
