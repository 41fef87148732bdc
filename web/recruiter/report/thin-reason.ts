/** Whether a reason is so short that whoever reads it learns nothing from it. */

const LEAST_SIGNS = 12;

/** Letters and digits of any script count, and nothing else. */
export function isThin(reason: string): boolean {
  const signs = reason.match(/[\p{L}\p{N}\p{M}]/gu)?.length ?? 0;
  return signs > 0 && signs < LEAST_SIGNS;
}
