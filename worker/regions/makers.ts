/** The makers that a region's settings bring, in order of preference; a maker's SDK is loaded when it is first used. */
import type { ProviderSettings } from '../provider-settings.ts';
import type { Makers } from './region.ts';

export function makersOf(_settings: ProviderSettings): Makers {
  return { ears: [], voices: [], models: [], live: [], calls: [] };
}
