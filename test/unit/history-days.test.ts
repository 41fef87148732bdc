/** The history of a report by day, and the log's words held against what the product really writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { historyDays } from '../../web/recruiter/report/history-days.ts';
import { LOG_SUBJECTS, logLine } from '../../worker/domain/audit/log-rules.ts';

const line = (kind: string, at: string, by = 'Ada', detail = {}) => ({ kind, at, by, you: false, detail });
const dayOf = (at: string) => at.slice(0, 10);

test('readings of one person on one day are one line with every time; of two days they are two', () => {
  const days = historyDays(
    [
      line('report-read', '2026-11-26T12:00:00Z'),
      line('decided', '2026-11-26T11:00:00Z'),
      line('report-read', '2026-11-26T10:00:00Z', 'Ben'),
      line('report-read', '2026-11-26T09:00:00Z'),
      line('report-read', '2026-11-25T09:00:00Z'),
    ],
    dayOf,
  );
  expect(days.map(({ entries }) => entries.map(({ line: one, times }) => [one.kind, one.by, times.length]))).toEqual([
    [
      ['report-read', 'Ada', 2],
      ['decided', 'Ada', 1],
      ['report-read', 'Ben', 1],
    ],
    [['report-read', 'Ada', 1]],
  ]);
});

test('readings that share a minute, and so a line of the log, are all counted', () => {
  const [day] = historyDays(
    [
      line('report-read', '2026-11-26T12:00:00Z', 'Ada', { times: 3 }),
      line('report-read', '2026-11-26T09:00:00Z', 'Ada', { times: 1 }),
      line('adjusted', '2026-11-26T08:00:00Z', 'Ada', { times: 7 }),
    ],
    dayOf,
  );
  expect(day?.entries.map(({ count, times }) => [count, times.length])).toEqual([
    [4, 2],
    [1, 1],
  ]);
});

test('what happens twice and is no reading stays two lines', () => {
  const [day] = historyDays(
    [line('line-lost', '2026-11-26T12:00:00Z'), line('line-lost', '2026-11-26T11:00:00Z')],
    dayOf,
  );
  expect(day?.entries).toHaveLength(2);
});

test('every action that the product records can be asked for by its noun', () => {
  const root = join(import.meta.dirname, '../../worker');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const nouns = new Set(
    files.flatMap((name) =>
      [...readFileSync(join(root, name), 'utf8').matchAll(/action: [`']([a-z-]+)\./g)].map((found) => found[1] ?? ''),
    ),
  );
  expect(nouns.size).toBeGreaterThan(20);
  expect([...nouns].filter((noun) => !LOG_SUBJECTS.some((known) => known === noun))).toEqual([]);
});

test('a cell of the export keeps what is in it, and is never a formula', () => {
  const entry = {
    id: 'a',
    at: 'now',
    actorKind: 'member',
    actorId: 'm',
    action: 'report.read',
    object: 'o',
    detail: {},
  };
  expect(logLine({ ...entry, actorName: '@sum "x", y' })).toContain(`"'@sum ""x"", y"`);
  expect(logLine({ ...entry, actorName: null })).toBe('now,member,m,,report.read,o,{},a\r\n');
});
