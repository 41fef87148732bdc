/**
 * The regions, and what each can promise. `guarantee`: the platform pins the session object to the
 * jurisdiction; `hint`: it only tries, so nothing personal may rest in the object. Databases and buckets are
 * pinned everywhere, because the operator names them region by region. Pure.
 */
import type { RegionId } from '../ids.ts';

export type Placement =
  | { kept: 'guarantee'; jurisdiction: 'eu' | 'us' }
  | { kept: 'hint'; locationHint: 'apac' | 'me' };

export interface RegionFacts {
  id: RegionId;
  name: string;
  placement: Placement;
}

export const REGIONS: Readonly<Record<RegionId, RegionFacts>> = {
  us: { id: 'us', name: 'United States', placement: { kept: 'guarantee', jurisdiction: 'us' } },
  eu: { id: 'eu', name: 'European Union', placement: { kept: 'guarantee', jurisdiction: 'eu' } },
  ap: { id: 'ap', name: 'Asia-Pacific', placement: { kept: 'hint', locationHint: 'apac' } },
  in: { id: 'in', name: 'India', placement: { kept: 'hint', locationHint: 'apac' } },
  gcc: { id: 'gcc', name: 'Gulf', placement: { kept: 'hint', locationHint: 'me' } },
};
