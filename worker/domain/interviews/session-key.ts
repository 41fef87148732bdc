/** The key under which a session object seals words while this database cannot be reached. */
import { eq } from 'drizzle-orm';
import type { Region } from '../../regions/region.ts';
import type { SystemActor } from '../actors.ts';
import { drafts, sessionKeys } from '../tables.ts';

const KEY_BYTES = 32;

/** The interview's key in base64; made when it is first asked for. */
export async function sessionKey(region: Region, actor: SystemActor): Promise<string> {
  const fresh = btoa(String.fromCharCode(...region.random(KEY_BYTES)));
  const row = { interviewId: actor.interviewId, tenantId: actor.tenantId, key: fresh };
  const [, found] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.insert(sessionKeys).values(row).onConflictDoNothing(),
    db.select().from(sessionKeys).where(eq(sessionKeys.interviewId, actor.interviewId)),
  ]);
  const key = found[0]?.key;
  if (key === undefined) throw new Error('The key of a session was not kept');
  return key;
}

/** After the end: what the key sealed can never be read again, and nothing is left half said. */
export async function forgetSessionKey(region: Region, actor: SystemActor): Promise<void> {
  await region.database.batch({ tenant: actor.tenantId }, (db) => [
    db.delete(drafts).where(eq(drafts.interviewId, actor.interviewId)),
    db.delete(sessionKeys).where(eq(sessionKeys.interviewId, actor.interviewId)),
  ]);
}
