/** An interview with a media room: its candidate in it, and the maker that tells of it. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { openCandidateSession } from '../../worker/domain/candidates/candidate-sessions.ts';
import { interviewEvents, interviews } from '../../worker/domain/tables.ts';
import { secretOf } from '../emulators/livekit/project.ts';
import { type Webhook, webhook } from '../emulators/livekit/webhooks.ts';
import { controlOf, type EmulatorControl } from './emulator-control.ts';
import { anInvited, comesIn, type Invited } from './room-line.ts';
import { region, request, send } from './story.ts';

const variables = env as unknown as Record<string, string>;
export const CALLS_KEY = variables.LIVEKIT_API_KEY_EU ?? '';
export const CALLS_URL = variables.LIVEKIT_URL_EU ?? '';

export interface Calling extends Invited {
  cookie: string;
  post(path: string, body?: unknown): Promise<Response>;
}

/** A candidate who has begun to talk; with a media room when `room` says so. */
export async function talking(consents: { recording: boolean }, room = true): Promise<Calling> {
  const invited = await anInvited(consents);
  const { owner, interviewId, actor } = invited;
  const of = { tenantId: owner.tenantId, interviewId, candidateId: actor.candidateId };
  const { secret } = await openCandidateSession(region(), of, 'test');
  const cookie = `__Host-il-candidate=${secret}`;
  const line = await comesIn(invited);
  await line.hello('client-one');
  await line.act({ type: 'start', mode: 'voice' });
  await region().database.batch({ tenant: owner.tenantId }, (db) => [
    db.update(interviews).set({ state: 'in-interview' }).where(eq(interviews.id, interviewId)),
  ]);
  const post = (path: string, body?: unknown) =>
    body === undefined ? request(path, { method: 'POST', cookie }) : send('POST', path, body, cookie);
  if (room) await post('/api/candidate/call-pass');
  return { ...invited, cookie, post };
}

/** Tells the Worker what its maker would. */
export async function tell(
  told: Parameters<typeof webhook>[2],
  by: { key: string } = { key: CALLS_KEY },
): Promise<Response> {
  return await deliver(await webhook(by.key, secretOf(by.key), told));
}

export async function deliver({ body, headers }: Webhook, regionId = 'eu'): Promise<Response> {
  return await request(`/api/hooks/livekit/${regionId}`, { method: 'POST', body, headers });
}

/** The candidate's microphone is there. */
export function published(interviewId: string, track = 'TR_mic', id?: string) {
  return {
    event: 'track_published',
    room: { name: interviewId },
    participant: { identity: 'candidate' },
    track: { sid: track, source: 2 },
    ...(id === undefined ? {} : { id }),
  };
}

/** What the maker was asked about this interview. */
export async function askedOf(interviewId: string): Promise<Awaited<ReturnType<EmulatorControl['asked']>>> {
  const asked = await controlOf(CALLS_URL, CALLS_KEY).asked();
  return asked.filter(({ body }) => JSON.stringify(body).includes(interviewId));
}

/** What stands in the interview's history of this kind. */
export async function steps(of: Invited, kind: (typeof interviewEvents.$inferSelect)['kind']) {
  const [rows] = await region().database.batch({ tenant: of.owner.tenantId }, (db) => [
    db.select().from(interviewEvents).where(eq(interviewEvents.interviewId, of.interviewId)),
  ]);
  return rows.filter((row) => row.kind === kind);
}
