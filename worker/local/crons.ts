/** The clock that Cloudflare would be: calls a Worker's crons at their minutes. */

const MINUTE_MS = 60_000;

/** True when a five-field cron expression names this minute (UTC). Lists, ranges and steps are understood. */
export function cronMatches(cron: string, at: Date): boolean {
  const values = [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
  const fields = cron.trim().split(/\s+/);
  return fields.length === values.length && fields.every((field, index) => fieldMatches(field, values[index] ?? 0));
}

function fieldMatches(field: string, value: number): boolean {
  return field.split(',').some((part) => {
    const [span = '*', step = '1'] = part.split('/');
    const [from, to] = span === '*' ? [0, Number.POSITIVE_INFINITY] : rangeOf(span, part.includes('/'));
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}

function rangeOf(span: string, stepped: boolean): [number, number] {
  const [from = '', to] = span.split('-');
  return [Number(from), to === undefined ? (stepped ? Number.POSITIVE_INFINITY : Number(from)) : Number(to)];
}

/** Calls `fire` for each of `crons` at the start of its minutes, until stopped. One that fails is tried next time. */
export function startCrons(crons: string[], fire: (cron: string, at: Date) => Promise<void>): { stop(): void } {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(tick, MINUTE_MS - (Date.now() % MINUTE_MS));
    timer.unref();
  };
  const tick = () => {
    const at = new Date();
    for (const cron of crons) if (cronMatches(cron, at)) fire(cron, at).catch(() => {});
    wait();
  };
  wait();
  return { stop: () => clearTimeout(timer) };
}
