/** The history by day of the reader's zone; the same reading by the same person stands once a day, with its times. */
import type { HistoryLine } from './report-types.ts';

export interface Entry {
  line: HistoryLine;
  /** When it happened, newest first; more than one only for readings. */
  times: string[];
  /** How often it happened: readings within one minute share a time. */
  count: number;
}

export interface HistoryDay {
  /** The newest moment of that day. */
  at: string;
  entries: Entry[];
}

const READINGS: ReadonlySet<string> = new Set([
  'report-read',
  'compared',
  'recording-opened',
  'recording-exported',
  'resume-read',
  'adjustments-read',
]);

/** @param lines newest first */
export function historyDays(lines: readonly HistoryLine[], dayOf: (at: string) => string): HistoryDay[] {
  const days = new Map<string, HistoryDay>();
  for (const line of lines) {
    const key = dayOf(line.at);
    const day = days.get(key) ?? { at: line.at, entries: [] };
    days.set(key, day);
    const same = READINGS.has(line.kind)
      ? day.entries.find((one) => one.line.kind === line.kind && one.line.by === line.by)
      : undefined;
    const count = READINGS.has(line.kind) && typeof line.detail.times === 'number' ? line.detail.times : 1;
    if (same === undefined) {
      day.entries.push({ line, times: [line.at], count });
    } else {
      same.times.push(line.at);
      same.count += count;
    }
  }
  return [...days.values()];
}
