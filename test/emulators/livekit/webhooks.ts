/** Webhooks as LiveKit sends them: the protocol's own JSON, its hash in a token of five minutes, no word "Bearer". */
import { WebhookEvent } from '@livekit/protocol';
import { hashOf, signToken } from './tokens.ts';

export interface Webhook {
  body: string;
  headers: Record<string, string>;
}

type Told = NonNullable<ConstructorParameters<typeof WebhookEvent>[0]>;

/** One event, signed; an id of its own unless one is given. */
export async function webhook(key: string, secret: string, told: Told, nowMs = Date.now()): Promise<Webhook> {
  const event = new WebhookEvent({
    id: `EV_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`,
    createdAt: BigInt(Math.floor(nowMs / 1000)),
    ...told,
  });
  return await signed(key, secret, event.toJsonString(), nowMs);
}

/** Any body, signed as a webhook is. */
export async function signed(key: string, secret: string, body: string, nowMs = Date.now()): Promise<Webhook> {
  const nowS = Math.floor(nowMs / 1000);
  const token = await signToken({ iss: key, nbf: nowS, exp: nowS + 300, sha256: await hashOf(body) }, secret);
  return { body, headers: { 'content-type': 'application/webhook+json', authorization: token } };
}
