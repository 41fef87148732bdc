/** What a rule of the Live API is kept with: the line ends, with a code and a reason. */

export class LineRefused extends Error {
  readonly code: number;
  constructor(reason: string, code = 1007) {
    super(reason);
    this.code = code;
  }
}

export function refuse(reason: string, code = 1007): never {
  throw new LineRefused(reason, code);
}
