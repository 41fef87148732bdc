/** Names in a call: the room is the interview, and nobody in it is called by a name. Pure. */

/** The candidate's identity in the room; one page at a time, as in the interview itself. */
export const CANDIDATE = 'candidate';

const LISTENER = 'listener-';

/** A listener's identity under the digest of who listens where: it tells others that somebody listens, not who. */
export function listenerIdentity(digest: string): string {
  return `${LISTENER}${digest.slice(0, 16)}`;
}

export function isListener(identity: string): boolean {
  return identity.startsWith(LISTENER);
}

/** Where the call's own recordings of an interview rest in the bucket. */
export function recordingPrefix(tenantId: string, interviewId: string): string {
  return `${tenantId}/${interviewId}/call/`;
}

/** A track that is published anew is another recording, unless one runs. */
export function recordingKey(tenantId: string, interviewId: string, track: string): string {
  return `${recordingPrefix(tenantId, interviewId)}${track.replace(/[^A-Za-z0-9_-]/g, '')}.ogg`;
}
