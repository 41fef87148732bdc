/** Counts what an interview uses and what that costs. A meter is plain data: it rests with the session. Pure. */
import { amountOf, type PlatformUnit, priceOf, type Used } from './price-rules.ts';
import type { Usage } from './usage-shape.ts';

export interface Meter {
  /** One for each maker, model and unit: all that was used of it. */
  lines: Used[];
  /** Together, in millionths of a dollar. */
  micros: number;
}

export interface Caps {
  interviewMicros: number;
  /** What is left of the tenant's month; null: it has no cap. */
  tenantLeftMicros: number | null;
}

export function emptyMeter(): Meter {
  return { lines: [], micros: 0 };
}

/** Adds what a provider says it used. */
export function addUsage(meter: Meter, usage: Usage): Meter {
  return added(meter, usage);
}

/** Adds what the installation itself used: messages, time awake, rows, files, mails. */
export function addPlatform(meter: Meter, use: Partial<Record<PlatformUnit, number>>): Meter {
  const units = Object.entries(use) as [PlatformUnit, number][];
  return units.reduce(
    (sum, [unit, amount]) => added(sum, { maker: 'platform', model: 'platform', unit, amount }),
    meter,
  );
}

/** Which cap is reached, if one is: from there on nothing that costs is asked for. */
export function capReached(meter: Meter, caps: Caps): 'interview' | 'tenant' | null {
  if (meter.micros >= caps.interviewMicros) return 'interview';
  return caps.tenantLeftMicros !== null && meter.micros >= caps.tenantLeftMicros ? 'tenant' : null;
}

/** What a tenant may still spend this month; null: as much as it likes. */
export function leftOf(capMicros: number | null, spentMicros: number): number | null {
  return capMicros === null ? null : Math.max(0, capMicros - spentMicros);
}

/** The first moment of the calendar month, in UTC: a tenant's month is the same wherever its people are. */
export function monthStart(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

function added(meter: Meter, used: Used): Meter {
  const isSame = (line: Used) => line.maker === used.maker && line.model === used.model && line.unit === used.unit;
  const before = meter.lines.find(isSame);
  const line = { ...used, amount: amountOf(used) + (before?.amount ?? 0) };
  const lines = before === undefined ? [...meter.lines, line] : meter.lines.map((one) => (isSame(one) ? line : one));
  return { lines, micros: lines.reduce((sum, one) => sum + priceOf(one), 0) };
}
