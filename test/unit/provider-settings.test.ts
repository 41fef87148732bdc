/** What the environment turns on: whole configurations, half ones, empty ones, and where each provider processes. */
import { expect, test } from 'vitest';
import { providerSettings } from '../../worker/provider-settings.ts';
import { eligible } from '../../worker/regions/eligible-rules.ts';

type Variables = Record<string, string>;

const settings = (variables: Variables, region: 'eu' | 'us' | 'in' = 'eu') =>
  providerSettings((name) => variables[name], region);

const LIVEKIT = { LIVEKIT_URL: 'https://calls', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' };
const EGRESS = { EGRESS_S3_BUCKET: 'b', EGRESS_S3_ACCESS_KEY: 'a', EGRESS_S3_SECRET: 's' };

test('without variables, and with empty ones, every provider is off', () => {
  const off = { gemini: null, openai: null, livekit: null };
  expect(settings({})).toEqual(off);
  expect(settings({ GEMINI_API_KEY: '', OPENAI_API_KEY: '', LIVEKIT_URL: '' })).toEqual(off);
});

test('a key alone turns its provider on, and only that one', () => {
  expect(settings({ GEMINI_API_KEY: 'g' })).toMatchObject({ gemini: { key: 'g' }, openai: null, livekit: null });
  expect(settings({ OPENAI_API_KEY: 'o' })).toMatchObject({ gemini: null, openai: { key: 'o' }, livekit: null });
  expect(settings({ ...LIVEKIT, ...EGRESS })).toMatchObject({
    livekit: { key: 'k', secret: 's', bucket: { bucket: 'b', accessKey: 'a', secret: 's' } },
  });
});

test.each([
  ['GEMINI_API_KEY', { GEMINI_MODEL: 'm' }],
  ['GEMINI_API_KEY', { GEMINI_VOICE: 'v' }],
  ['GEMINI_API_KEY', { GEMINI_PROCESSES_IN: 'eu' }],
  ['GEMINI_API_KEY', { GEMINI_API_KEY: '', GEMINI_BASE_URL: 'https://here' }],
  ['OPENAI_API_KEY', { OPENAI_BASE_URL: 'https://here' }],
  ['OPENAI_API_KEY', { OPENAI_EARS_MODEL: 'e' }],
  ['LIVEKIT_URL', { LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' }],
  ['LIVEKIT_URL', EGRESS],
  ['LIVEKIT_URL', { LIVEKIT_PROCESSES_IN: 'eu' }],
  ['LIVEKIT_API_KEY', { LIVEKIT_URL: 'https://calls', LIVEKIT_API_SECRET: 's' }],
  ['LIVEKIT_API_SECRET', { LIVEKIT_URL: 'https://calls', LIVEKIT_API_KEY: 'k' }],
  ['LIVEKIT_API_SECRET', { ...LIVEKIT, LIVEKIT_API_SECRET: '' }],
  ['EGRESS_S3_BUCKET', { ...LIVEKIT, EGRESS_S3_SECRET: 's' }],
  ['EGRESS_S3_ACCESS_KEY', { ...LIVEKIT, ...EGRESS, EGRESS_S3_ACCESS_KEY: '' }],
  ['EGRESS_S3_SECRET', { ...LIVEKIT, ...EGRESS, EGRESS_S3_SECRET: '' }],
] as [string, Variables][])(
  'half a configuration is refused with the name that is missing: %s (%j)',
  (missing, given) => {
    expect(() => settings(given)).toThrow(new RegExp(`^${missing} is missing`));
  },
);

test('a region’s own variable goes before the one for all, and is no other region’s', () => {
  const variables = { GEMINI_API_KEY: 'all', GEMINI_API_KEY_EU: 'european' };
  expect(settings(variables, 'eu').gemini?.key).toBe('european');
  expect(settings(variables, 'us').gemini?.key).toBe('all');
  expect(settings({ OPENAI_API_KEY_EU: 'european' }, 'us').openai).toBeNull();
});

test('a provider is "here" only in the regions it is declared for; nobody’s word is "anywhere"', () => {
  const place = (declared: string | undefined, region: 'eu' | 'us' | 'in') =>
    settings(
      declared === undefined ? { GEMINI_API_KEY: 'g' } : { GEMINI_API_KEY: 'g', GEMINI_PROCESSES_IN: declared },
      region,
    ).gemini?.place;
  expect(place('eu', 'eu')).toBe('here');
  expect(place('us', 'eu')).toBe('anywhere');
  expect(place('us, eu', 'eu')).toBe('here');
  expect(place('us, eu', 'in')).toBe('anywhere');
  expect(place(undefined, 'eu')).toBe('anywhere');
  expect(place('', 'eu')).toBe('anywhere');
});

test('a region that does not exist is refused by its name', () => {
  expect(() => settings({ OPENAI_API_KEY: 'o', OPENAI_PROCESSES_IN: 'eu,europe' })).toThrow(
    'OPENAI_PROCESSES_IN names "europe", which is no region',
  );
});

test('a tenant that keeps its processing in its region gets what processes there, and nothing else', () => {
  const providers = [
    { place: 'here', use: 'near' },
    { place: 'anywhere', use: 'far' },
  ] as const;
  expect(eligible(providers, 'region')).toEqual(['near']);
  expect(eligible(providers, 'anywhere')).toEqual(['near', 'far']);
});
