/** Who asks for a code or guesses one: a browser with its cookie, in a network. */
import type { Context } from 'hono';
import type { Asker } from '../domain/codes/asker.ts';
import { makeSecret } from '../ids.ts';
import { networkOf } from '../network-rules.ts';
import type { Region } from '../regions/region.ts';
import { giveCookie, readCookie } from './cookies.ts';

const CODE_COOKIE_MS = 60 * 60_000;
const DEVICE_COOKIE_MS = 400 * 24 * 60 * 60_000;
/** So many people can use one browser and be known there. */
const MARKS = 8;

/** The asker behind a request; `browser` is null where no cookie came along. */
export function askerOf(c: Context): Asker {
  return {
    browser: readCookie(c, 'il-code') ?? null,
    network: networkOf(c.req.header('cf-connecting-ip')),
    marks: marksOf(c),
  };
}

/** The same, with a cookie made for a browser that has none: it comes back with the code. */
export function askerWithCookie(c: Context, region: Region): Asker & { browser: string } {
  const asker = askerOf(c);
  const browser = asker.browser ?? makeSecret(region.id, region.random(32));
  giveCookie(c, 'il-code', browser, new Date(region.now().getTime() + CODE_COOKIE_MS));
  return { ...asker, browser };
}

/** Remembers in this browser that somebody signed in here. */
export function markDevice(c: Context, region: Region, mark: string): void {
  const marks = [mark, ...marksOf(c).filter((one) => one !== mark)].slice(0, MARKS);
  giveCookie(c, 'il-device', marks.join('.'), new Date(region.now().getTime() + DEVICE_COOKIE_MS));
}

function marksOf(c: Context): string[] {
  return (readCookie(c, 'il-device') ?? '')
    .split('.')
    .filter((mark) => /^[0-9a-f]{64}$/.test(mark))
    .slice(0, MARKS);
}
