/** One line that tells people apart: what somebody said, without the frame that is the same for everybody. Pure. */

const FRAME = /^Told most (?:fully|thinly)[^:]{0,60}: [^“”]{1,300}\. “(.+)”$/su;

/** A digest's sentence as the pipeline shows it: of a framed quote the quote itself, other sentences as they are. */
export function oneLineOf(headline: string): string {
  return FRAME.exec(headline)?.[1]?.trim() ?? headline;
}
