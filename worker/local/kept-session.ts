/** A program that is run again and again signs in once: codes are few an hour, and mailing one each time is no use. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegionId } from '../ids.ts';
import { HttpClient } from './http-client.ts';
import { type Server, signInMember } from './sign-in.ts';

/** A signed-in client of this member; its session rests in `folder`, for this server only. */
export async function keptSession(
  folder: string,
  server: Server,
  region: RegionId,
  email: string,
): Promise<HttpClient> {
  const { url } = server;
  const file = join(folder, `session-${region}.json`);
  const whose = `${url} ${email}`;
  const kept: { whose?: string; cookies?: [string, string][] } = JSON.parse(
    await readFile(file, 'utf8').catch(() => '{}'),
  );
  if (kept.whose === whose) {
    const client = new HttpClient(url);
    client.remember(kept.cookies ?? []);
    const me = await client.call('GET /api/recruiter/me').catch(() => null);
    if (me?.member.email === email) return client;
  }
  const client = await signInMember(server, region, email);
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify({ whose, cookies: client.cookies() }), { mode: 0o600 });
  return client;
}
