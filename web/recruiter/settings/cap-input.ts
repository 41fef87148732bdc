/** A cap as a person types it: dollars, perhaps with cents. */

const MOST_DOLLARS = 100_000;

/** In millionths of a dollar; null for none; undefined when it is no amount. */
export function capOf(text: string): number | null | undefined {
  const typed = text.trim().replace(/^\$/, '').replace(',', '.');
  if (typed === '') return null;
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(typed) || Number(typed) > MOST_DOLLARS) return undefined;
  return Math.round(Number(typed) * 100) * 10_000;
}
