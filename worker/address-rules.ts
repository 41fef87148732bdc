/**
 * What an e-mail address is: one rule for the page and the server. An address is shown as it was typed and sent with
 * its domain in ASCII; two spellings of one mailbox (case, composition, script of the domain) are one address. Pure.
 */
import { oneLine } from './text-rules.ts';

export interface Address {
  /** For people: what was typed, without invisible signs, in lower case and NFC. */
  shown: string;
  /** For the mail and for comparing: the same with its domain in ASCII (punycode). */
  sent: string;
}

/** RFC 5321: of the local part in UTF-8 bytes, of one label of a domain, and of the whole. */
const LONGEST = { localBytes: 64, label: 63, whole: 254 };
/** Signs that nobody sees: format signs (direction marks, zero widths), fillers, variation selectors. */
const INVISIBLE = /\u034f|[\p{Cf}\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f]/gu;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_DISTANCE = 0xfee0;
/** RFC 6531: whatever is no space, no control character and no sign with a meaning of its own. */
const LOCAL = /^[^\s\p{Cc}\p{Z}"(),:;<>@[\\\]]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** `text` without signs that nobody sees, full-width letters as plain ones, on one line. */
export function visibleSigns(text: string): string {
  return oneLine(
    text
      .replace(INVISIBLE, '')
      .replace(/\ufe6b/g, '@')
      .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_DISTANCE))
      .replace(/[\u3002\uff61]/g, '.'),
  );
}

/** A name as it is kept: without direction marks and zero widths at its ends, which hide nothing but a difference. */
export function visibleName(text: string): string {
  const inner = oneLine(text.replace(/[\u200b\u2060\ufeff\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''));
  return inner.replace(/^(["'“„«])(.*)(["'”“»])$/u, '$2').trim();
}

/** The address that was typed, or null when it is none. */
export function readAddress(typed: string): Address | null {
  const bare = withoutScheme(visibleSigns(typed)).replace(/^<(.*)>$/, '$1');
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const local = bare.slice(0, at).toLowerCase();
  const domain = bare.slice(at + 1).toLowerCase();
  const ascii = asciiDomain(domain);
  if (ascii === null || !LOCAL.test(local) || /^\.|\.\.|\.$/.test(local)) return null;
  if (new TextEncoder().encode(local).length > LONGEST.localBytes) return null;
  const sent = `${local}@${ascii}`;
  return sent.length > LONGEST.whole ? null : { shown: `${local}@${domain}`, sent };
}

/** `mailto:` and what may follow an address in such a link. */
function withoutScheme(text: string): string {
  if (!/^mailto:/i.test(text)) return text;
  const address = text.slice('mailto:'.length).split('?')[0] ?? '';
  try {
    return decodeURIComponent(address).trim();
  } catch {
    return address.trim();
  }
}

/** A domain of at least two labels in ASCII; null for one that cannot be written so. */
function asciiDomain(domain: string): string | null {
  if (domain === '' || /[\s/?#:%@\\[\]<>^|]/.test(domain)) return null;
  const ascii = hostOf(domain);
  const labels = ascii.split('.');
  const last = labels.at(-1) ?? '';
  const right = labels.every((label) => label.length <= LONGEST.label && LABEL.test(label));
  return labels.length >= 2 && right && /[a-z]/.test(last) && last.length > 1 ? ascii : null;
}

function hostOf(domain: string): string {
  // The platform's own IDNA: what browsers and Workers connect to for this name.
  return URL.canParse(`https://${domain}/`) ? new URL(`https://${domain}/`).hostname : '';
}

/** Mailbox providers that many write to, and that are mistyped often. */
const PROVIDERS = [
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'yahoo.co.uk',
  'yahoo.co.in',
  'yahoo.fr',
  'hotmail.com',
  'hotmail.co.uk',
  'hotmail.fr',
  'outlook.com',
  'live.com',
  'icloud.com',
  'protonmail.com',
  'proton.me',
  'rediffmail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  'orange.fr',
  'libero.it',
];
/** Real domains that lie one letter from a provider. */
const REAL = new Set([
  'mail.com',
  'ymail.com',
  'email.com',
  'gmx.com',
  'gmx.at',
  'gmx.ch',
  'live.co.uk',
  'live.fr',
  'me.com',
  'yahoo.de',
  'yahoo.ca',
  'yahoo.in',
  'yahoo.es',
  'yahoo.it',
  'hotmail.de',
  'hotmail.es',
  'hotmail.it',
  'outlook.de',
  'outlook.fr',
  'outlook.es',
  'outlook.in',
  'proton.com',
  'aol.com',
  'orange.com',
  'freenet.de',
]);

/** The address with the provider that was probably meant (`gmial.com` → `gmail.com`); null when nothing looks mistyped. */
export function suggestedAddress(address: Address): string | null {
  const [local = '', domain = ''] = split(address.sent);
  if (PROVIDERS.includes(domain) || REAL.has(domain)) return null;
  const near = PROVIDERS.find((provider) => isTypo(domain, provider));
  return near === undefined ? null : `${local}@${near}`;
}

function split(sent: string): [string, string] {
  const at = sent.lastIndexOf('@');
  return [sent.slice(0, at), sent.slice(at + 1)];
}

/** One letter too much, too few, wrong, or two of them swapped. */
function isTypo(typed: string, meant: string): boolean {
  const start = commonStart(typed, meant);
  const [a, b] = [typed.slice(start), meant.slice(start)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}
