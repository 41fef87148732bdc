import { expect, test } from 'vitest';
import { cronMatches } from '../../worker/local/crons.ts';

test('a cron names its minutes', () => {
  const at = new Date('2026-11-24T03:10:00Z'); // a Tuesday
  for (const cron of [
    '* * * * *',
    '*/5 * * * *',
    '10 3 * * *',
    '0,10 3 24 11 2',
    '5-15 * * * 1-5',
    '0-30/10 * * * *',
    '4/6 * * * *',
  ])
    expect([cron, cronMatches(cron, at)]).toEqual([cron, true]);
  for (const cron of ['*/7 * * * *', '10 4 * * *', '10 3 25 * *', '10 3 * * 0', '5 3 * * *', '10 3 * *', ''])
    expect([cron, cronMatches(cron, at)]).toEqual([cron, false]);
});
