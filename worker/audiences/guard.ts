/**
 * Cookie, link or key → actor → open region → rate class. The region is read from the secret itself; the tenant
 * only from the row that the secret's digest finds.
 */
import type { Context } from 'hono';
import { sameSecret } from '../digest.ts';
import { memberOfSession } from '../domain/accounts/member-sessions.ts';
import type { CandidateActor, HookActor, MemberActor, OperatorActor, VisitorActor } from '../domain/actors.ts';
import { candidateOfSession } from '../domain/candidates/candidate-sessions.ts';
import { regionForMember } from '../domain/roles/region-for-member.ts';
import { type Config, type Env, readConfig } from '../env.ts';
import { REGION_IDS, type RegionId, regionOf } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { log } from '../log.ts';
import { mediaType } from '../media-type-rules.ts';
import { networkOf } from '../network-rules.ts';
import { Problem } from '../problems.ts';
import type { Limits } from '../providers/limits/limits.ts';
import { openRegion } from '../regions/open.ts';
import type { Region } from '../regions/region.ts';
import { knownActor, type Remembered, rememberActor } from './actor-memory.ts';
import { type CookieName, readCookie } from './cookies.ts';
import { type Guard, limitedBody } from './mount.ts';

const MINUTE_MS = 60_000;

export const guardMember: Guard<MemberActor> = async (c, route) => {
  const { actor, region, config } = await memberSession(c, route.byItself);
  await withinRate(region.limits, `member:${actor.memberId}`, LIMITS.rates.recruiter);
  if (route.roles === undefined || !route.roles.includes(actor.role)) throw new Problem('not_allowed');
  return { actor, region: regionForMember(region, actor), config };
};

export const guardCandidate: Guard<CandidateActor> = async (c) => {
  const { actor, region, config } = await session(c, { cookie: 'il-candidate', as: 'candidate' }, candidateOfSession);
  if (actor.kind !== 'candidate') throw new Problem('not_signed_in');
  await withinRate(region.limits, `candidate:${actor.interviewId}`, LIMITS.rates.candidate);
  return { actor, region, config };
};

/** A visitor has no session; the region is the one named by the route's input, checked by the handler. */
export const guardVisitor: Guard<VisitorActor> = async (c) => {
  const config = readConfig(c.env as Env);
  const region = openRegion(config, await namedRegion(c, config));
  await withinRate(region.installation, `visitor:${network(c)}`, LIMITS.rates.visitor);
  return { actor: { kind: 'visitor' }, region, config };
};

/** Each operator holds a key of their own; without one the whole API answers as if it were not there. */
export const guardOperator: Guard<OperatorActor> = async (c) => {
  const config = readConfig(c.env as Env);
  const sent = /^Bearer (.{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];
  if (config.operatorKeys.length === 0 || sent === undefined) throw new Problem('not_found');
  const region = openRegion(config, await namedRegion(c, config));
  await withinRate(region.installation, `operator:${network(c)}`, LIMITS.rates.operator);
  // Every key is compared, whichever fits.
  const fits = await Promise.all(config.operatorKeys.map(({ key }) => sameSecret(config.digests, sent, key)));
  const name = config.operatorKeys[fits.indexOf(true)]?.name;
  if (name === undefined) {
    log('error', { event: 'operator.refused', route: c.req.routePath });
    throw new Problem('not_found');
  }
  log('info', { event: 'operator.used', by: name, route: c.req.routePath });
  return { actor: { kind: 'operator', name }, region, config };
};

/** Providers call with a signature, which the route checks; one that names no region of ours finds nothing. */
export const guardHook: Guard<HookActor> = async (c) => {
  const config = readConfig(c.env as Env);
  const named = REGION_IDS.find((id) => id === c.req.param('region'));
  if (named === undefined || config.regions[named] === undefined) throw new Problem('not_found');
  const region = openRegion(config, named);
  await withinRate(region.installation, `hook:${network(c)}`, LIMITS.rates.hooks);
  return { actor: { kind: 'hook' }, region, config };
};

/** Whether this browser holds a member's session that still counts; asked where nobody need be signed in. */
export async function holdsMemberSession(c: Context): Promise<boolean> {
  try {
    await memberSession(c, true);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_signed_in') return false;
    throw error;
  }
}

async function memberSession(
  c: Context,
  byItself: boolean,
): Promise<{ actor: MemberActor; region: Region; config: Config }> {
  const as = byItself ? 'member by itself' : 'member';
  const find = (region: Region, secret: string) => memberOfSession(region, secret, { byItself });
  const { actor, region, config } = await session(c, { cookie: 'il-member', as }, find);
  if (actor.kind !== 'member') throw new Problem('not_signed_in');
  return { actor, region, config };
}

async function session(
  c: Context,
  { cookie, as }: { cookie: CookieName; as: Remembered },
  find: (region: Region, secret: string) => Promise<MemberActor | CandidateActor | null>,
): Promise<{ actor: MemberActor | CandidateActor; region: Region; config: Config }> {
  const config = readConfig(c.env as Env);
  const secret = readCookie(c, cookie);
  const id = secret === undefined ? null : regionOf(secret);
  if (secret === undefined || id === null) throw new Problem('not_signed_in');
  const region = openRegion(config, id);
  const startedAtMs = Date.now();
  const before = knownActor(as, secret, startedAtMs);
  if (before !== null) return { actor: before, region, config };
  const actor = await find(region, secret);
  if (actor === null) throw new Problem('not_signed_in');
  rememberActor(as, secret, actor, startedAtMs);
  return { actor, region, config };
}

/**
 * `?region=`, the link's own region, or the body's `region`; else the first that is set up.
 * @throws Problem invalid_input when they name different regions: nothing is made in a place that was not meant
 */
async function namedRegion(c: Context, config: Config): Promise<RegionId> {
  const names = [c.req.query('region'), c.req.header('x-region')].filter((name) => name !== undefined);
  const inBody = await regionInBody(c);
  const [asked, ...others] = new Set([...names, ...(inBody === null ? [] : [inBody])]);
  if (others.length > 0) {
    throw new Problem('invalid_input', { fields: [{ pointer: '/region', detail: 'not the region of the address' }] });
  }
  const known = REGION_IDS.find((id) => id === asked);
  if (known !== undefined) return known;
  const first = REGION_IDS.find((id) => config.regions[id] !== undefined);
  if (first === undefined) throw new Problem('region_unavailable');
  return first;
}

async function regionInBody(c: Context): Promise<RegionId | null> {
  if (mediaType(c.req.header('content-type')) !== 'application/json') return null;
  const bytes = await limitedBody(c.req.raw.clone(), LIMITS.http.jsonBytes);
  const body = parsedOrNull(bytes);
  if (typeof body !== 'object' || body === null) return null;
  const { region, link } = body as { region?: unknown; link?: unknown };
  if (typeof link === 'string') return regionOf(link);
  return REGION_IDS.find((id) => id === region) ?? null;
}

function parsedOrNull(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

function network(c: Context): string {
  return networkOf(c.req.header('cf-connecting-ip'));
}

async function withinRate(limits: Limits, key: string, perMinute: number): Promise<void> {
  const outcome = await limits.take(key, { limit: perMinute, windowMs: MINUTE_MS, count: 'leased' });
  if (!outcome.ok) throw new Problem('too_many_requests', { retryAfterS: outcome.retryAfterS });
}

/** The session object checks the ticket itself and answers 404 to one that is unknown, spent or not its own. */
export async function openSessionSocket(
  config: Config,
  id: RegionId,
  interviewId: string,
  request: Request,
): Promise<Response> {
  return await openRegion(config, id)
    .objects.session(interviewId)
    .fetch(request.url, request as RequestInit);
}
