/**
 * LiveKit's tokens, read and made by hand from RFC 7519 and LiveKit's grants, so that the SDK on the other side is held
 * against a second reading. Runs in Node and in workerd.
 */

export interface Claims {
  iss: string;
  sub?: string;
  nbf?: number;
  exp?: number;
  sha256?: string;
  name?: string;
  metadata?: string;
  video?: Record<string, unknown>;
  [other: string]: unknown;
}

const encoder = new TextEncoder();

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}

async function keyOf(secret: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify']);
}

export async function signToken(claims: Claims, secret: string): Promise<string> {
  const part = (value: unknown) => base64url(encoder.encode(JSON.stringify(value)));
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

/** What a token claims, whoever signed it; null when it is none. */
export function claimsOf(token: string): Claims | null {
  try {
    const [head = '', body = ''] = token.split('.');
    const { alg } = JSON.parse(new TextDecoder().decode(fromBase64url(head)));
    const claims = JSON.parse(new TextDecoder().decode(fromBase64url(body)));
    return alg === 'HS256' && typeof claims.iss === 'string' ? claims : null;
  } catch {
    return null;
  }
}

/** The claims of a token that was signed with this secret and is in its time; null for any other. */
export async function trusted(token: string, secret: string, nowMs = Date.now()): Promise<Claims | null> {
  const claims = claimsOf(token);
  const [head, body, signature] = token.split('.');
  if (claims === null || signature === undefined) return null;
  const holds = await crypto.subtle.verify(
    'HMAC',
    await keyOf(secret),
    fromBase64url(signature),
    encoder.encode(`${head}.${body}`),
  );
  const nowS = nowMs / 1000;
  const inTime = claims.exp !== undefined && claims.exp > nowS && (claims.nbf ?? 0) <= nowS + 1;
  return holds && inTime ? claims : null;
}

/** The base64 of the SHA-256 of exactly this text. */
export async function hashOf(text: string): Promise<string> {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)))));
}
