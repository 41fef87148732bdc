/** Voice of OpenAI's speech API: samples as they come, 24 kHz, without a header. */
import type { UsageUnit } from '../../domain/spend/usage-shape.ts';
import type { OpenAiSettings } from '../../provider-settings.ts';
import { asOpenAiFault, isType, malformed, openAiClient } from '../openai-client.ts';
import { guarded, PATIENCE, type Patience, patienceFor } from '../stream-guard.ts';
import { type SpeakRequest, VOICE_RATE, type Voice } from './speech.ts';

/** A character takes about 65 ms to say; sound that comes no faster than that cannot be played without holes. */
const CHARACTER_MS = 65;
const SAMPLE_BYTES = 2;

export function openAiVoice(settings: OpenAiSettings, patience: Patience = PATIENCE): Voice {
  return {
    maker: 'openai',
    model: settings.voiceModel,
    name: `openai/${settings.voiceModel}/${settings.voice}`,
    async *speak(request) {
      const enough = patienceFor(patience, request.text.length * CHARACTER_MS);
      try {
        yield* guarded((line) => saying(settings, request, line), enough, request.signal);
      } catch (thrown) {
        throw await asOpenAiFault(thrown);
      }
    },
  };
}

async function* saying(settings: OpenAiSettings, request: SpeakRequest, line: AbortSignal): AsyncGenerator<Int16Array> {
  const client = await openAiClient(settings);
  const response = await client.audio.speech.create(
    { model: settings.voiceModel, voice: settings.voice, input: request.text, response_format: 'pcm' },
    { signal: line },
  );
  if (response.body === null || isType(response, 'text/') || isType(response, 'application/json')) throw malformed();
  const used = (unit: UsageUnit, amount: number) =>
    request.onUsage({ maker: 'openai', model: settings.voiceModel, unit, amount });
  let samples = 0;
  let rest: Uint8Array = new Uint8Array(0);
  try {
    for await (const bytes of response.body) {
      const all = joined(rest, bytes);
      const whole = all.length - (all.length % SAMPLE_BYTES);
      rest = all.slice(whole);
      if (whole === 0) continue;
      samples += whole / SAMPLE_BYTES;
      yield new Int16Array(all.slice(0, whole).buffer);
    }
  } finally {
    // A text that was begun is paid for, however much of it was listened to.
    used('characters', [...request.text].length);
    if (samples > 0) used('audio-out-ms', Math.round((samples * 1000) / VOICE_RATE));
  }
  if (samples === 0 || rest.length > 0) throw malformed();
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
