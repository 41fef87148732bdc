/** The makers that a region's settings bring, in order of preference; a maker's SDK is loaded when it is first used. */
import type { ProviderSettings } from '../provider-settings.ts';
import { liveKitCalls } from '../providers/calls/livekit.ts';
import type { Makers } from './region.ts';

export function makersOf({ livekit }: ProviderSettings): Makers {
  const calls = livekit === null ? [] : [{ place: livekit.place, use: liveKitCalls(livekit) }];
  return { ears: [], voices: [], models: [], live: [], calls };
}
