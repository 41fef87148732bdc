/**
 * Reads bindings and variables once into a typed Config. A provider is real when its variables are there and
 * embedded when they are not; half a configuration is refused with the name that is missing.
 */

import type { InterviewSession } from '../durable-objects/interview/session.ts';
import type { RateLimits } from '../durable-objects/limits/rate-limits.ts';
import type { OtpChallenge } from '../durable-objects/otp/challenge.ts';
import { type Digests, digestsUnder } from './digest.ts';
import { REGION_IDS, type RegionId } from './ids.ts';
import { type ProviderSettings, providerSettings } from './provider-settings.ts';

/** What the platform hands to the Worker. Optional means: without it the part named in the comment is off. */
export interface Env {
  ASSETS: Fetcher;
  INTERVIEW_SESSION: DurableObjectNamespace<InterviewSession>;
  OTP_CHALLENGE: DurableObjectNamespace<OtpChallenge>;
  RATE_LIMITS: DurableObjectNamespace<RateLimits>;
  OBJECT_PLACEMENT: string;
  /**
   * Peppers every digest. Without it nothing starts. Several, separated by spaces: the first makes new digests, the
   * others still find old ones, until they are taken out.
   */
  SESSION_SECRET?: string;
  /**
   * Opens the operator's API; without it that API answers as if it were not there. Several people have a key each,
   * as `name:key` separated by commas; one key without a name is that of `operator`.
   */
  OPERATOR_KEY?: string;
  /** Where this installation is reached, such as `https://interviews.example`: links in mails lead there. */
  PUBLIC_ORIGIN?: string;
  /** Whom to tell of a weakness (security.txt): a mailto: or https: address; else security@ our own host. */
  SECURITY_CONTACT?: string;
  /** Opens the embedded mailbox on the machine that serves; `npm start` makes it. Without it nothing is mailed. */
  MAILBOX_KEY?: string;
  /** A region without its database is not set up and refuses. */
  DATABASE_URL_US?: string;
  DATABASE_URL_EU?: string;
  DATABASE_URL_AP?: string;
  DATABASE_URL_IN?: string;
  DATABASE_URL_GCC?: string;
  FILES_US?: R2Bucket;
  FILES_EU?: R2Bucket;
  FILES_AP?: R2Bucket;
  FILES_IN?: R2Bucket;
  FILES_GCC?: R2Bucket;
  /** JSON of links shown on the home page of an installation on embedded defaults. */
  INSTALLATION_LINKS?: string;
  /** Makers of speech, thought and calls, for all regions or with a region's suffix: see provider-settings.ts. */
  [provider: `GEMINI_${string}` | `OPENAI_${string}` | `LIVEKIT_${string}` | `EGRESS_S3_${string}`]: string | undefined;
}

export interface RegionConfig {
  databaseUrl: string;
  files: R2Bucket;
  providers: ProviderSettings;
}

/** The key of one person who runs the installation. */
export interface OperatorKey {
  name: string;
  key: string;
}

export interface Config {
  placement: 'jurisdiction' | 'name';
  digests: Digests;
  operatorKeys: readonly OperatorKey[];
  /** Without a path, and without a slash at its end. */
  origin: string;
  securityContact: string;
  /** Null everywhere but on an installation that `npm start` started. */
  mailboxKey: string | null;
  regions: Partial<Record<RegionId, RegionConfig>>;
  installationLinks: string | null;
  env: Env;
}

/** A configuration that cannot be used; names the variable. */
export class ConfigError extends Error {}

const known = new WeakMap<Env, Config>();

/**
 * The configuration of this Worker, parsed once per isolate.
 * @throws ConfigError naming the variable that is missing or wrong
 */
export function readConfig(env: Env): Config {
  const before = known.get(env);
  if (before !== undefined) return before;
  const config = parse(env);
  known.set(env, config);
  return config;
}

function parse(env: Env): Config {
  const placement = env.OBJECT_PLACEMENT;
  if (placement !== 'jurisdiction' && placement !== 'name') {
    throw new ConfigError('OBJECT_PLACEMENT must be "jurisdiction" or "name"');
  }
  const origin = originFrom(env.PUBLIC_ORIGIN ?? '');
  return {
    placement,
    digests: digestsUnder(secretsFrom(env.SESSION_SECRET ?? '')),
    operatorKeys: operatorKeysFrom(env.OPERATOR_KEY ?? ''),
    origin,
    securityContact: env.SECURITY_CONTACT ?? `mailto:security@${new URL(origin).hostname}`,
    mailboxKey: mailboxKeyFrom(env.MAILBOX_KEY ?? ''),
    regions: Object.fromEntries(REGION_IDS.flatMap((id) => regionEntry(env, id))),
    installationLinks: env.INSTALLATION_LINKS ?? null,
    env,
  };
}

const SECRET_LENGTH = 32;

/** Spaces separate secrets, unless what lies between them is no secret by itself: then the whole is one. */
function secretsFrom(text: string): [string, ...string[]] {
  const parts = text.split(/\s+/).filter((part) => part !== '');
  const [first, ...others] = parts.every((part) => part.length >= SECRET_LENGTH) ? parts : [text];
  if (first === undefined || first.length < SECRET_LENGTH) {
    throw new ConfigError(`SESSION_SECRET must be at least ${SECRET_LENGTH} characters`);
  }
  return [first, ...others];
}

/** A key that is too short, or a name that is used twice, is refused: each use is logged by its name. */
function operatorKeysFrom(text: string): OperatorKey[] {
  if (text === '') return [];
  const keys = text.split(',').map((entry) => {
    const named = /^\s*([\w.-]{1,40}):(.+)$/.exec(entry);
    return { name: named?.[1] ?? 'operator', key: (named?.[2] ?? entry).trim() };
  });
  if (keys.some(({ key }) => key.length < SECRET_LENGTH)) {
    throw new ConfigError(`Each key in OPERATOR_KEY must be at least ${SECRET_LENGTH} characters`);
  }
  if (new Set(keys.map(({ name }) => name)).size < keys.length) {
    throw new ConfigError('The keys in OPERATOR_KEY must have different names');
  }
  return keys;
}

function originFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, '')) {
    throw new ConfigError('PUBLIC_ORIGIN must be an address such as https://interviews.example');
  }
  return url.origin;
}

function mailboxKeyFrom(text: string): string | null {
  if (text === '') return null;
  if (!/^[\w-]{32,200}$/.test(text)) throw new ConfigError('MAILBOX_KEY must be 32 letters and digits or more');
  return text;
}

function regionEntry(env: Env, id: RegionId): [RegionId, RegionConfig][] {
  const suffix = id.toUpperCase() as Uppercase<RegionId>;
  const databaseUrl = env[`DATABASE_URL_${suffix}`];
  const files = env[`FILES_${suffix}`];
  if (databaseUrl === undefined || databaseUrl === '') return [];
  if (files === undefined)
    throw new ConfigError(`FILES_${suffix} is missing: DATABASE_URL_${suffix} is set without it`);
  return [[id, { databaseUrl, files, providers: providersOf(env, id) }]];
}

function providersOf(env: Env, id: RegionId): ProviderSettings {
  const variables: Record<string, unknown> = { ...env };
  const read = (name: string) => {
    const value = variables[name];
    return typeof value === 'string' ? value : undefined;
  };
  try {
    return providerSettings(read, id);
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : 'A provider is set up by half');
  }
}
