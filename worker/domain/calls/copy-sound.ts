/** A copy of the candidate's sound from the call to the session, for when the candidate's own line is poor. */
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { callsMaker } from './calls-maker.ts';

/** The copy that begins; null when there is no maker to ask. @throws ProviderFault */
export async function beginCopy(
  region: Region,
  actor: SystemActor,
  { track, socketUrl }: { track: string; socketUrl: string },
): Promise<string | null> {
  const maker = await callsMaker(region, actor);
  return maker === null ? null : (await maker.copyTrack(actor.interviewId, track, socketUrl)).egress;
}

/** @throws ProviderFault */
export async function endCopy(region: Region, actor: SystemActor, { egress }: { egress: string }): Promise<void> {
  await (await callsMaker(region, actor))?.stop(egress);
}
