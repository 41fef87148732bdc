/** Whether what is known of weaknesses in our packages lets a run pass. Pure. */

const DAY_MS = 24 * 60 * 60 * 1000;
/** Where the registry tells nothing, the versions of the lock file must have been chosen within this many days. */
export const LOCK_DAYS = 60;
const GRAVE = ['high', 'critical'];

/** What is committed: the day of the lock file's versions, and which advisories do not concern us, each with its reason. */
export interface Review {
  lockedAt: string;
  allowed: { id: string; reason: string }[];
}

export interface Advisory {
  id: string;
  package: string;
  severity: string;
}

/**
 * The reasons against, in words; none: the run may pass.
 * @param told the registry's advisories, or null where it does not serve them
 */
export function advisoryFaults(review: Review, told: readonly Advisory[] | null, nowMs: number): string[] {
  const reasonless = review.allowed
    .filter(({ reason }) => reason.trim() === '')
    .map(({ id }) => `${id} is allowed without a reason`);
  if (told === null) return [...reasonless, ...ageFaults(review, nowMs)];
  const allowed = new Set(review.allowed.map(({ id }) => id));
  const known = new Set(told.map(({ id }) => id));
  return [
    ...reasonless,
    ...told
      .filter(({ id, severity }) => GRAVE.includes(severity) && !allowed.has(id))
      .map(({ id, package: name, severity }) => `${name}: ${severity}, ${id}`),
    ...review.allowed.filter(({ id }) => !known.has(id)).map(({ id }) => `${id} is allowed, and no longer told of`),
  ];
}

function ageFaults({ lockedAt }: Review, nowMs: number): string[] {
  const days = Math.floor((nowMs - Date.parse(lockedAt)) / DAY_MS);
  if (Number.isNaN(days) || days < -1) return [`"${lockedAt}" is no day on which the lock file can have been made`];
  return days > LOCK_DAYS
    ? [
        `The registry tells no advisories here, and the lock file is ${days} days old: renew its packages, and note the day`,
      ]
    : [];
}

/** The advisories in the answer of `npm audit --json`; null when it is none. */
export function advisoriesIn(answer: unknown): Advisory[] | null {
  if (!isObject(answer) || !isObject(answer.vulnerabilities)) return null;
  const found = Object.values(answer.vulnerabilities).flatMap((entry) =>
    isObject(entry) && Array.isArray(entry.via) ? entry.via.filter(isObject) : [],
  );
  const all = found.map(({ url, source, name, severity }) => ({
    id: typeof url === 'string' ? (url.split('/').at(-1) ?? url) : String(source),
    package: String(name),
    severity: String(severity),
  }));
  return [...new Map(all.map((one) => [`${one.id} ${one.package}`, one])).values()];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
