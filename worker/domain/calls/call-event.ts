/** What the maker of calls tells: believed when its signature holds, kept under its id, done once. */
import { and, eq } from 'drizzle-orm';
import type { CallEvent } from '../../providers/calls/calls.ts';
import type { Region } from '../../regions/region.ts';
import type { HookActor, SystemActor } from '../actors.ts';
import { readConsents } from '../interviews/consents.ts';
import { callEvents, calls } from '../tables-beside.ts';
import { beginRecording, recordingEnded } from './call-recording.ts';
import { CANDIDATE, isListener } from './call-rules.ts';
import { callsMaker } from './calls-maker.ts';
import { isOneOfUs } from './listeners.ts';

export interface SignedBody {
  body: string;
  authorization: string;
}

/** The event in a webhook; null when no maker of this region signed exactly these bytes. */
export async function readCallEvent(region: Region, _actor: HookActor, input: SignedBody): Promise<CallEvent | null> {
  for (const { use } of region.makers.calls) {
    const event = await use.webhook(input.body, input.authorization);
    if (event !== null) return event;
  }
  return null;
}

/** Keeps an event; null when it is known, or of a room that is none of ours. */
export async function keepCallEvent(region: Region, _actor: HookActor, event: CallEvent): Promise<SystemActor | null> {
  if (event.room === '') return null;
  const call = await callOf(region, event.room);
  if (call === null) return null;
  const [fresh] = await region.database.batch({ tenant: call.tenantId }, (db) => [
    db
      .insert(callEvents)
      .values({ id: `${call.interviewId}#${event.id}`, ...call, at: region.now() })
      .onConflictDoNothing()
      .returning({ id: callEvents.id }),
  ]);
  return fresh.length === 0 ? null : { kind: 'system', ...call };
}

async function callOf(region: Region, room: string) {
  for (const digest of await region.digests.every('room', room)) {
    const [[call]] = await region.database.batch({ digest }, (db) => [
      db
        .select({ tenantId: calls.tenantId, interviewId: calls.interviewId })
        .from(calls)
        .where(eq(calls.digest, digest)),
    ]);
    if (call !== undefined) return call;
  }
  return null;
}

/** Does what an event asks for; of a call that is closed nothing is done any more, but that its recording is noted. */
export async function applyCallEvent(region: Region, actor: SystemActor, event: CallEvent): Promise<void> {
  switch (event.kind) {
    case 'track':
      if (event.identity !== CANDIDATE || !(await isOpen(region, actor))) return;
      await region.objects.session(actor.interviewId).callTrack(event.track);
      await beginRecording(region, actor, event);
      return;
    case 'left':
      if (event.identity === CANDIDATE) await region.objects.session(actor.interviewId).callTrack(null);
      return;
    case 'copy-ended':
      await region.objects.session(actor.interviewId).copyEnded(event.egress);
      return;
    case 'recording-ended':
      await recordingEnded(region, actor, event);
      return;
    case 'joined':
      if (isListener(event.identity)) await mayListenOn(region, actor, event);
      return;
    case 'other':
      return;
  }
}

/** A pass lives for minutes; consent, or the member's place in the team, goes in seconds: an old pass is put out. */
async function mayListenOn(region: Region, actor: SystemActor, { identity }: { identity: string }): Promise<void> {
  const { recording } = await readConsents(region, actor);
  if (recording && (await isOpen(region, actor)) && (await isOneOfUs(region, actor, identity))) return;
  await (await callsMaker(region, actor))?.putOut(actor.interviewId, identity);
}

async function isOpen(region: Region, actor: SystemActor): Promise<boolean> {
  const [[call]] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db
      .select({ closedAt: calls.closedAt })
      .from(calls)
      .where(and(eq(calls.interviewId, actor.interviewId), eq(calls.tenantId, actor.tenantId))),
  ]);
  return call !== undefined && call.closedAt === null;
}
