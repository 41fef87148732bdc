/** The lists of planted faults by part. */
import type { PlantedFault } from '../planted-fault.ts';
import { WALLS } from './walls.ts';

export const PLANTED: Readonly<Record<string, readonly PlantedFault[]>> = {
  walls: WALLS,
};
