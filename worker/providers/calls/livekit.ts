/**
 * Calls on LiveKit: its cloud or anybody's own server. Passes let in and do one thing each; what needs the bucket's
 * keys is started from here and never from a client's token. The SDK is loaded when a call is first made.
 */
import { type FaultKind, ProviderFault } from '../../provider-faults.ts';
import type { LiveKitSettings } from '../../provider-settings.ts';
import { wellFormedJson } from '../../text-rules.ts';
import type { CallEvent, Calls } from './calls.ts';
import { eventOf } from './livekit-event.ts';

/** How long a pass opens the room for; whoever is in by then stays in. */
const PASS_LIVES_S = 5 * 60;
const ANSWER_S = 8;
/** A room nobody came to, and one that everybody left, goes by itself. */
const EMPTY_S = 10 * 60;
/** One candidate, some listeners, and LiveKit's own recorders. */
const PEOPLE = 12;

type Sdk = typeof import('livekit-server-sdk');
type Grant = Parameters<InstanceType<Sdk['AccessToken']>['addGrant']>[0];

/** `answerS`: how long LiveKit's API may take to answer. */
export function liveKitCalls(settings: LiveKitSettings, answerS = ANSWER_S): Calls {
  const { url, key, secret } = settings;
  const options = { requestTimeout: answerS, failover: false };
  const egress = async () => new (await sdk()).EgressClient(url, key, secret, options);
  const rooms = async () => new (await sdk()).RoomServiceClient(url, key, secret, options);

  async function pass(room: string, identity: string, grant: (sdk: Sdk) => Grant) {
    const made = await sdk();
    const token = new made.AccessToken(key, secret, { identity, ttl: PASS_LIVES_S });
    token.addGrant({ roomJoin: true, room, canPublishData: false, canUpdateOwnMetadata: false, ...grant(made) });
    return { url: url.replace(/^http/, 'ws'), token: await token.toJwt() };
  }

  return {
    maker: 'livekit',
    async openRoom(room) {
      const limits = { name: room, emptyTimeout: EMPTY_S, departureTimeout: EMPTY_S, maxParticipants: PEOPLE };
      const opened = await asked(async () => (await rooms()).createRoom(limits));
      if (opened.name !== room) throw new ProviderFault('livekit', 'malformed');
    },
    async closeRoom(room) {
      await gone(asked(async () => (await rooms()).deleteRoom(room)));
    },
    async putOut(room, identity) {
      await gone(asked(async () => (await rooms()).removeParticipant(room, identity)));
    },
    candidatePass: (room, identity) =>
      pass(room, identity, ({ TrackSource }) => ({
        canPublish: true,
        canPublishSources: [TrackSource.MICROPHONE],
        canSubscribe: false,
      })),
    listenerPass: (room, identity) => pass(room, identity, () => ({ canPublish: false, canSubscribe: true })),
    async copyTrack(room, track, socketUrl) {
      const { egressId } = await asked(async () => (await egress()).startTrackEgress(room, socketUrl, track));
      return { egress: named(egressId) };
    },
    async record(room, filepath) {
      const { bucket } = settings;
      if (bucket === null) return null;
      const { EncodedFileOutput, EncodedFileType, S3Upload } = await sdk();
      const s3 = new S3Upload({ ...bucket, forcePathStyle: bucket.endpoint !== '' });
      const file = new EncodedFileOutput({
        fileType: EncodedFileType.OGG,
        filepath,
        disableManifest: true,
        output: { case: 's3', value: s3 },
      });
      const { egressId } = await asked(async () =>
        (await egress()).startRoomCompositeEgress(room, { file }, { audioOnly: true }),
      );
      return { egress: named(egressId) };
    },
    async stop(id) {
      await gone(asked(async () => (await egress()).stopEgress(id)));
    },
    async webhook(body, authorization): Promise<CallEvent | null> {
      const { TokenVerifier, WebhookEvent } = await sdk();
      const claims = await new TokenVerifier(key, secret).verify(authorization).catch(() => null);
      if (claims === null || !sameText(claims.sha256 ?? '', await digestOf(body))) return null;
      try {
        return eventOf(
          WebhookEvent.fromJsonString(JSON.stringify(wellFormedJson(JSON.parse(body))), { ignoreUnknownFields: true }),
        );
      } catch {
        return null;
      }
    },
  };
}

let loaded: Sdk | null = null;

/** Kept as a module and not as a promise: a request that waited for another request's promise would hang with it. */
async function sdk(): Promise<Sdk> {
  loaded ??= await import('livekit-server-sdk');
  return loaded;
}

async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw faultOf(error);
  }
}

/** What is already gone needs no ending. */
async function gone(ending: Promise<unknown>): Promise<void> {
  await ending.catch((error: unknown) => {
    if (!(error instanceof ProviderFault && (error.status === 404 || error.status === 412))) throw error;
  });
}

function named(id: string): string {
  if (id === '') throw new ProviderFault('livekit', 'malformed');
  return id;
}

/** The SDK's errors carry what LiveKit said, which may hold names: only kind and status go on. */
function faultOf(error: unknown): ProviderFault {
  if (error instanceof ProviderFault) return error;
  if (!(error instanceof Error)) return new ProviderFault('livekit', 'unavailable');
  if ('status' in error && typeof error.status === 'number') {
    const { status } = error;
    return new ProviderFault('livekit', kindOf(status), { status });
  }
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return new ProviderFault('livekit', 'timeout');
  // No line at all is fetch's own TypeError; what cannot be read comes from the parsers of JSON and of messages.
  const unread = error instanceof SyntaxError || /decode|JSON|field|message/i.test(error.message);
  return new ProviderFault('livekit', unread ? 'malformed' : 'unavailable');
}

function kindOf(status: number): FaultKind {
  if (status === 429) return 'busy';
  if (status === 401 || status === 403) return 'wrong-key';
  if (status === 408 || status === 504) return 'timeout';
  // 451: this project may not be served from there; 404 and 412: not there, or not now.
  if (status === 451 || status === 404 || status === 412) return 'refused';
  return status >= 500 ? 'unavailable' : 'bad-request';
}

async function digestOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/** Takes as long for a near miss as for any other of the same length. */
function sameText(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let different = 0;
  for (let at = 0; at < left.length; at += 1) different |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return different === 0;
}
