/**
 * Cohen's kappa with quadratic weights: agreement beyond chance between two who give levels, where two levels apart is
 * four times as bad as one. 1 is perfect, 0 is chance; null where chance leaves nothing to agree about.
 */
export function quadraticKappa(pairs: readonly (readonly [number, number])[]): number | null {
  if (pairs.length === 0) return null;
  let seen = 0;
  let expected = 0;
  for (const [a, b] of pairs) seen += (a - b) ** 2;
  for (const [a] of pairs) for (const [, b] of pairs) expected += (a - b) ** 2;
  return expected === 0 ? null : 1 - seen / (expected / pairs.length);
}
