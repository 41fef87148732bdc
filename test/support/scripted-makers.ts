/** Makers that do what a test says, put in the place of a region's own inside one session object. */
import { runInDurableObject } from 'cloudflare:test';
import { readConfig } from '../../worker/env.ts';
import { ProviderFault } from '../../worker/provider-faults.ts';
import type { Live, LiveBrief, LiveEvents } from '../../worker/providers/conversation/live.ts';
import type { Model } from '../../worker/providers/model/model.ts';
import type { Ears, Voice } from '../../worker/providers/speech/speech.ts';
import { openRegion } from '../../worker/regions/open.ts';
import type { Makers } from '../../worker/regions/region.ts';
import { objectOf } from './session-object.ts';

const SILENT = { ears: [], voices: [], models: [], live: [] };

/** Gives this interview's session the makers; its region has them until `none` is called again. */
export async function withMakers(interviewId: string, makers: Partial<Makers>): Promise<void> {
  await runInDurableObject(objectOf(interviewId), (instance) => {
    const region = openRegion(readConfig(instance['env']), 'eu');
    region.makers = { ...SILENT, calls: region.makers.calls, ...makers };
  });
}

/** Hears, in order, what is written in `script`; a fault is thrown. */
export function scriptedEars(script: (string | ProviderFault)[], heard: number[] = []): Ears {
  return {
    maker: 'openai',
    model: 'gpt-4o-mini-transcribe',
    async hear({ pcm, onPartial, onUsage }) {
      heard.push(pcm.length);
      const next = script.shift() ?? '';
      if (next instanceof ProviderFault) throw next;
      onPartial?.(next.slice(0, 5));
      onUsage({ maker: 'openai', model: 'gpt-4o-mini-transcribe', unit: 'audio-in-ms', amount: pcm.length / 16 });
      return next;
    },
  };
}

/** Answers, in order, what is written in `script`, in small pieces. */
export function scriptedModel(script: (string | ProviderFault)[], inputs: string[] = []): Model {
  return {
    maker: 'gemini',
    model: 'gemini-3.8-flash',
    async *think({ input }) {
      inputs.push(input);
      const next = script.shift() ?? 'NEXT';
      if (next instanceof ProviderFault) throw next;
      for (let at = 0; at < next.length; at += 7) yield next.slice(at, at + 7);
    },
  };
}

/** Says everything in a second of one tone. */
export function scriptedVoice(said: string[] = [], fault: ProviderFault | null = null): Voice {
  return {
    maker: 'openai',
    model: 'gpt-4o-mini-tts',
    name: 'scripted',
    async *speak({ text }) {
      if (fault !== null) throw fault;
      said.push(text);
      yield new Int16Array(12_000).fill(900);
      yield new Int16Array(12_000).fill(900);
    },
  };
}

export interface ScriptedLive extends Live {
  readonly briefs: Omit<LiveBrief, 'signal'>[];
  readonly events: LiveEvents[];
  readonly heard: Int16Array[];
  /** What the model does when the candidate's turn is over. */
  onEnd: (events: LiveEvents, time: number) => void;
}

export function scriptedLive(onEnd: ScriptedLive['onEnd'], refuses: (ProviderFault | null)[] = []): ScriptedLive {
  let ends = 0;
  const live: ScriptedLive = {
    maker: 'gemini',
    model: 'gemini-3.8-live',
    briefs: [],
    events: [],
    heard: [],
    onEnd,
    async open({ signal: _signal, ...brief }, events) {
      const fault = refuses.shift() ?? null;
      if (fault !== null) throw fault;
      live.briefs.push(brief);
      live.events.push(events);
      return {
        begin() {},
        hear: (pcm) => {
          live.heard.push(pcm);
        },
        end() {
          ends += 1;
          live.onEnd(events, ends);
        },
        close() {},
      };
    },
  };
  return live;
}
