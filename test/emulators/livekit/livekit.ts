/**
 * LiveKit's API as an examiner: Twirp over JSON, tokens read by hand, a grant for each method, no field that the
 * protocol does not have.
 */
import { type Ask, type Door, type Emulator, openDoor, Refused, type Route } from '../door.ts';
import { type Answer, type Refusal, WAIT_MS } from '../faults.ts';
import { houseOf } from './house.ts';
import { METHODS, type Method } from './methods.ts';
import { secretOf } from './project.ts';
import { claimsOf, trusted } from './tokens.ts';
import { twirpAnswer, twirpError } from './twirp.ts';

const emulator: Emulator = {
  routes: METHODS.map(routeOf),
  secrets: ['authorization'],
  key: (ask) => claimsOf(bearer(ask))?.iss ?? null,
  noKey: () => said(401, 'invalid authorization token'),
  nowhere: ({ method, path }) =>
    twirpError('bad_route', `no handler for path "${path}"`, { twirp_invalid_route: `${method} ${path}` }),
  refuse: refused,
};

export async function openLiveKit(): Promise<Door> {
  return await openDoor(emulator);
}

function routeOf(method: Method): Route {
  return {
    at: method.name,
    method: 'POST',
    path: new RegExp(`^/twirp/livekit\\.${method.service}/${method.name}$`),
    async take(ask) {
      const key = claimsOf(bearer(ask))?.iss ?? '';
      const claims = await trusted(bearer(ask), secretOf(key));
      // The server puts the token and the reason into this text.
      if (claims === null) throw new Refused(said(401, `invalid token: ${bearer(ask)}`));
      if (!/^application\/json\b/.test(ask.headers['content-type'] ?? '')) {
        throw new Refused(twirpError('bad_route', `unexpected Content-Type: "${ask.headers['content-type'] ?? ''}"`));
      }
      const body = read(method, ask);
      const room = method.room(text(ask));
      if (claims.video?.[method.needs] !== true || (room !== null && claims.video.room !== room)) {
        throw new Refused(twirpError('unauthenticated', 'permissions denied'));
      }
      return {
        body,
        answer: async () => twirpAnswer(method.act(houseOf(key), text(ask)).toJson()),
        refusal: () => twirpError('failed_precondition', 'this project may not do that'),
      };
    },
  };
}

function read(method: Method, ask: Ask) {
  try {
    return method.read(text(ask)).toJson();
  } catch (error) {
    // What is wrong with it stands in the answer, for whoever reads a failing test.
    throw new Refused(twirpError('malformed', `the json request could not be decoded: ${String(error)}`));
  }
}

function refused(refusal: Refusal): Answer {
  switch (refusal) {
    case 'busy-with-wait': {
      const answer = twirpError('resource_exhausted', 'rate limit exceeded');
      return { ...answer, headers: { ...answer.headers, 'retry-after': String(WAIT_MS / 1000) } };
    }
    case 'busy':
      return twirpError('resource_exhausted', 'rate limit exceeded');
    case 'quota':
      return twirpError('resource_exhausted', 'egress minutes exceeded');
    case 'broken':
      return twirpError('internal', 'operation cannot be completed');
    case 'overloaded':
      return twirpError('unavailable', 'no response from servers');
    case 'wrong-key':
      return said(401, 'invalid API key');
  }
}

function said(status: number, words: string): Answer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, chunks: [words] };
}

function bearer(ask: Ask): string {
  return /^Bearer (.+)$/.exec(ask.headers.authorization ?? '')?.[1] ?? '';
}

function text(ask: Ask): string {
  return ask.bytes.toString('utf8');
}
