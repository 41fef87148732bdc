/** Where an address of the candidate's page holds the link's secret. Pure. */

/** Fragments that name a part of the page. */
const PLACES = ['', '#', '#data', '#main'];

/**
 * The secret in this address: its fragment, or in links of older mails the last part of its path; null when it has none.
 */
export function secretInAddress({ pathname, hash }: { pathname: string; hash: string }): string | null {
  if (!PLACES.includes(hash)) return decoded(hash.slice(1));
  const last = pathname.split('/')[2] ?? '';
  return last === '' ? null : decoded(last);
}

/** The address without its secret; what else it asks for stays, and so does the part of the page that it names. */
export function addressWithoutSecret({ search, hash }: { search: string; hash: string }): string {
  return `/i${search}${PLACES.includes(hash) ? hash : ''}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
