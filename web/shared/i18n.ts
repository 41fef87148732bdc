/** Every text a person reads passes here. English stands in the code; other languages are loaded when chosen. */
import { type Messages, setupI18n } from '@lingui/core';

const CATALOGUES: Readonly<Record<string, () => Promise<{ messages: Messages }>>> = {
  'ar-XB': () => import('virtual:texts/ar-XB'),
};
/** Languages a person can choose; ar-XB is for finding what a translation would break. */
export const LOCALES = ['en'] as const;
const STORED = 'interloop.locale';
const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/;

const i18n = setupI18n({ locale: 'en', messages: { en: {} } });

type Values = Readonly<Record<string, string | number>>;

/** `t('room.left', '{n, plural, one {# minute} other {# minutes}} left', { n })`: id and message always written out. */
export function t(id: string, message: string, values?: Values): string {
  return i18n._(id, values === undefined ? values : hidden(values), { message }).replaceAll(HIDDEN, '\\');
}

/** Lingui reads "\u0041" as an escape in the finished text; in what a person wrote it is none. */
const HIDDEN = '\uE001';

function hidden(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\\', HIDDEN) : value,
    ]),
  );
}

/** The language in use, for asking the server for texts. */
export function locale(): string {
  return i18n.locale;
}

/** The same with the reader's country where the browser names one, for `Intl`: a date in en-GB is not one in en-US. */
export function regionalLocale(): string {
  return navigator.languages.find((one) => one.startsWith(`${i18n.locale}-`)) ?? i18n.locale;
}

/** What the address asks for (`?lang=`), else what was chosen here before, else the browser's, else English. */
export function chosenLocale(): string {
  const asked = new URLSearchParams(location.search).get('lang');
  const known = [asked, stored(), ...navigator.languages].find((one) => one !== null && isKnown(one));
  if (asked !== null && asked === known) choose(asked);
  return known ?? 'en';
}

/** Remembers a language for the next visit of this tab. */
export function choose(next: string): void {
  try {
    sessionStorage.setItem(STORED, next);
  } catch {
    // Storage can be forbidden; the choice then holds until the page is left.
  }
}

/** Loads a language and puts it on the page; call before rendering. */
export async function activate(next: string): Promise<void> {
  const catalogue = CATALOGUES[next];
  if (catalogue !== undefined) i18n.load(next, (await catalogue()).messages);
  i18n.activate(next);
  document.documentElement.lang = next;
  document.documentElement.dir = RIGHT_TO_LEFT.test(next) ? 'rtl' : 'ltr';
}

function isKnown(one: string): boolean {
  return one in CATALOGUES || LOCALES.some((known) => known === one);
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(STORED);
  } catch {
    return null;
  }
}
