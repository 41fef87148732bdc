/** A tenant's choice of where its candidates' words and sound are processed: made at its birth, shown, and kept to. */
import { env } from 'cloudflare:workers';
import { afterEach, expect, test } from 'vitest';
import { aVoice } from '../support/a-voice.ts';
import { aTenant, type Person, region, request, uniqueAddress } from '../support/story.ts';

const configured = region().makers;
afterEach(() => {
  region().makers = configured;
});

interface Shown {
  processing: string;
  makers: { task: string; maker: string; place: string; sound: string; words: string }[];
}

async function shownTo(person: Person): Promise<Shown> {
  return (await (await person.get('/api/recruiter/privacy')).json()) as Shown;
}

/** Voices that are and that are not known to process in the region; what each maker does counts, not what it is called. */
function setUp(): void {
  const [away, here] = [aVoice('away').placed, aVoice('here', 'here').placed];
  const ears = { place: 'anywhere' as const, use: { maker: 'openai' as const, model: 'x', hear: async () => '' } };
  region().makers = { ...configured, live: [], models: [], calls: [], voices: [away, here], ears: [ears] };
}

test('a tenant that did not choose lets any maker help, each with what its task needs', async () => {
  setUp();
  expect(await shownTo(await aTenant())).toMatchObject({
    processing: 'anywhere',
    makers: [
      { task: 'ears', maker: 'openai', place: 'anywhere', sound: 'allowed', words: 'denied' },
      { task: 'voices', maker: 'openai', place: 'anywhere', sound: 'denied', words: 'allowed' },
      { task: 'voices', maker: 'openai', place: 'here', sound: 'denied', words: 'allowed' },
    ],
  });
});

test('for a strict tenant what nobody declared is unknown, and so denied', async () => {
  setUp();
  expect(await shownTo(await aTenant('eu', 'region'))).toMatchObject({
    processing: 'region',
    makers: [
      { task: 'ears', sound: 'unknown', words: 'denied' },
      { task: 'voices', place: 'anywhere', sound: 'denied', words: 'unknown' },
      { task: 'voices', place: 'here', sound: 'denied', words: 'allowed' },
    ],
  });
});

test('the operator chooses when the tenant is made; another choice than the two is refused', async () => {
  const make = (processing: unknown) =>
    request('/api/operator/tenants', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${Reflect.get(env, 'OPERATOR_KEY')}` },
      body: JSON.stringify({
        region: 'eu',
        name: 'Kaveri',
        ...(processing === undefined ? {} : { processing }),
        owner: { name: 'Ananya', email: uniqueAddress('ananya') },
      }),
    });
  for (const choice of [undefined, 'region', 'anywhere']) expect((await make(choice)).status).toBe(201);
  for (const wrong of ['eu', '', null, true]) expect((await make(wrong)).status).toBe(422);
});
