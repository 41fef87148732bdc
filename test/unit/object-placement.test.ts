/** Where the live objects of a region are: pinned to its jurisdiction or hinted, in its name on one machine. */
import { expect, test } from 'vitest';
import { type Config, type Env, readConfig } from '../../worker/env.ts';
import { REGION_IDS, type RegionId } from '../../worker/ids.ts';
import { regionObjects } from '../../worker/regions/objects.ts';

type Asked = { object: string; jurisdiction: string | null; name: string; hint: string | null };

/** A namespace that tells how it was asked for a stub, in place of the platform that this cannot reach. */
function namespace(object: string, asked: Asked[], jurisdiction: string | null = null) {
  return {
    jurisdiction: (name: string) => namespace(object, asked, name),
    idFromName: (name: string) => ({ name }),
    get: ({ name }: { name: string }, options?: { locationHint?: string }) => {
      asked.push({ object, jurisdiction, name, hint: options?.locationHint ?? null });
      return {};
    },
  };
}

function askedIn(region: RegionId, placement: 'jurisdiction' | 'name'): Asked[] {
  const asked: Asked[] = [];
  const env = {
    INTERVIEW_SESSION: namespace('session', asked),
    OTP_CHALLENGE: namespace('otp', asked),
    RATE_LIMITS: namespace('limits', asked),
  };
  // The platform's namespaces have more than is asked of them here.
  const objects = regionObjects({ placement, env } as unknown as Config, region);
  objects.session('one');
  objects.otp('0002ab');
  objects.limits('0043cd');
  return asked;
}

test.each([
  ['eu', { jurisdiction: 'eu', hint: null }],
  ['us', { jurisdiction: 'us', hint: null }],
  ['ap', { jurisdiction: null, hint: 'apac' }],
  ['in', { jurisdiction: null, hint: 'apac' }],
  ['gcc', { jurisdiction: null, hint: 'me' }],
] as const)('on the platform every object of %s is asked for by %j', (region, where) => {
  expect(askedIn(region, 'jurisdiction')).toEqual([
    { object: 'session', name: `${region}:one`, ...where },
    { object: 'otp', name: `${region}:shard-2`, ...where },
    { object: 'limits', name: `${region}:shard-3`, ...where },
  ]);
});

test('on one machine the region stands in the object’s name, so that two regions never share one', () => {
  const names = REGION_IDS.flatMap((region) => askedIn(region, 'name'));
  expect(new Set(names.map(({ name, object }) => `${object} ${name}`)).size).toBe(3 * REGION_IDS.length);
  expect(names.filter(({ jurisdiction, hint }) => jurisdiction !== null || hint !== null)).toEqual([]);
});

const WHOLE = {
  OBJECT_PLACEMENT: 'name',
  SESSION_SECRET: 'a secret of thirty-two characters',
  PUBLIC_ORIGIN: 'https://interloop.example',
};
const DATABASE = 'postgres://interloop:interloop@127.0.0.1:1/interloop_eu';
const read = (variables: Record<string, unknown>) => readConfig(variables as unknown as Env);

test('a region is set up by its database and its bucket; one without a database is not there', () => {
  const config = read({ ...WHOLE, DATABASE_URL_EU: DATABASE, FILES_EU: {}, FILES_US: {}, DATABASE_URL_AP: '' });
  expect(Object.keys(config.regions)).toEqual(['eu']);
});

test.each([
  ['FILES_EU is missing', { ...WHOLE, DATABASE_URL_EU: DATABASE }],
  ['FILES_US is missing', { ...WHOLE, DATABASE_URL_US: DATABASE, FILES_EU: {} }],
  ['OBJECT_PLACEMENT', { ...WHOLE, OBJECT_PLACEMENT: 'anywhere' }],
  ['OBJECT_PLACEMENT', { SESSION_SECRET: WHOLE.SESSION_SECRET }],
  ['SESSION_SECRET', { ...WHOLE, SESSION_SECRET: '' }],
  ['SESSION_SECRET', { ...WHOLE, SESSION_SECRET: undefined }],
  ['GEMINI_API_KEY is missing', { ...WHOLE, DATABASE_URL_EU: DATABASE, FILES_EU: {}, GEMINI_MODEL_EU: 'm' }],
])('a configuration that cannot be used is refused by name: %s', (named, variables) => {
  expect(() => read(variables)).toThrow(named);
});
