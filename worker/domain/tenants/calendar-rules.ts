/** The working week of a country and the days of a zone: what a promised day means to the people it was promised to. Pure. */
import type { RegionId } from '../../ids.ts';

export interface Calendar {
  /** IANA name: `Asia/Riyadh`. */
  zone: string;
  /** Days of the week without work; 0 is Sunday. */
  weekend: readonly number[];
}

/** What a tenant chose; null where it chose nothing. */
export interface Chosen {
  country: string | null;
  zone: string | null;
}

/** Where nothing was chosen. A region may hold several countries: a tenant of another one chooses its own. */
export const USUAL: Record<RegionId, { country: string; zone: string }> = {
  us: { country: 'US', zone: 'America/New_York' },
  eu: { country: 'DE', zone: 'Europe/Berlin' },
  ap: { country: 'SG', zone: 'Asia/Singapore' },
  in: { country: 'IN', zone: 'Asia/Kolkata' },
  gcc: { country: 'SA', zone: 'Asia/Riyadh' },
};

const SATURDAY_SUNDAY = [6, 0];
/** Countries whose offices rest on other days than Saturday and Sunday. */
const WEEKENDS: Readonly<Record<string, readonly number[]>> = {
  AF: [4, 5],
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 0],
  DJ: [5, 6],
  DZ: [5, 6],
  EG: [5, 6],
  IL: [5, 6],
  IQ: [5, 6],
  IR: [4, 5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  OM: [5, 6],
  PS: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SY: [5, 6],
  YE: [5, 6],
};

export function calendarOf({ country, zone }: Chosen, region: RegionId): Calendar {
  return {
    zone: zone ?? USUAL[region].zone,
    weekend: WEEKENDS[country ?? USUAL[region].country] ?? SATURDAY_SUNDAY,
  };
}

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** Formats are dear to make and the same for ever. */
const made = new Map<string, Intl.DateTimeFormat>();

/** The clock on the wall of a zone, as if it were UTC. */
export function wallMs(at: Date, zone: string): number {
  const format =
    made.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  made.set(zone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (at.getTime() % 1000);
}
