/** The candidate's side of the call: how a stalled line is counted, and which hosts a page may reach for it. */
import { expect, test } from 'vitest';
import { stalls } from '../../web/candidate/room/call/stall-rules.ts';
import { callHosts } from '../../worker/call-hosts.ts';
import type { Config } from '../../worker/env.ts';
import { providerSettings } from '../../worker/provider-settings.ts';
import { setSecurityHeaders } from '../../worker/security-headers.ts';

test('the longest stall counts, one that goes on up to now, and each report anew', () => {
  const stall = stalls();
  expect(stall.longest(0)).toBe(0);
  for (const [stalled, atMs] of [
    [true, 1_000],
    [false, 1_200],
    [false, 1_300],
    [true, 2_000],
    [true, 2_400],
    [false, 2_900],
  ] as const) {
    stall.is(stalled, atMs);
  }
  expect(stall.longest(5_000)).toBe(900);
  expect(stall.longest(5_000)).toBe(0);
  stall.is(true, 6_000);
  expect([stall.longest(7_000), stall.longest(9_000)]).toEqual([1_000, 3_000]);
});

function configured(urls: Record<string, string>): Config {
  const regions = Object.fromEntries(
    Object.entries(urls).map(([region, url]) => {
      const read = (name: string) =>
        (({ LIVEKIT_URL: url, LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's' }) as Record<string, string>)[name];
      return [region, { databaseUrl: '', files: {}, providers: providerSettings(read, 'eu') }];
    }),
  );
  // Only the regions are looked at.
  return { regions } as unknown as Config;
}

function connectSrc(config: Config): string {
  const headers = new Headers();
  setSecurityHeaders(headers, '/', callHosts(config));
  return /connect-src ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
}

test('a page connects to the media servers that are set up, each once, and to nothing without any', () => {
  expect(connectSrc(configured({}))).toBe("'self'");
  expect(connectSrc(configured({ eu: 'https://eu.livekit.example', us: 'https://us.livekit.example:7443/' }))).toBe(
    "'self' https://eu.livekit.example https://us.livekit.example:7443 wss://eu.livekit.example wss://us.livekit.example:7443",
  );
  expect(connectSrc(configured({ eu: 'ws://127.0.0.1:7880', us: 'http://127.0.0.1:7880' }))).toBe(
    "'self' http://127.0.0.1:7880 ws://127.0.0.1:7880",
  );
});
