/** One JSON line per event, with ids and codes only: words, names and addresses have no field here. */

export interface LogLine {
  event: string;
  request?: string;
  code?: string;
  /** The name of an operator's key. */
  by?: string;
  route?: string;
  status?: number;
  ms?: number;
  /** The class of an unexpected error and where it was thrown; never its message, which may quote input. */
  error?: string;
  at?: string;
}

export function log(level: 'info' | 'error', line: LogLine): void {
  console[level](JSON.stringify({ level, ...line }));
}

/** An error as it may be logged: its class and the first frames of its stack. */
export function errorFacts(error: unknown): { error: string; at: string } {
  if (!(error instanceof Error)) return { error: typeof error, at: '' };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 4);
  return { error: error.name, at: frames.map((frame) => frame.trim()).join(' < ') };
}
