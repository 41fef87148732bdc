/** An open handle on the one place where a tenant's data rests. Nothing personal is read or written without one. */
import type { Digests } from '../digest.ts';
import type { RegionId } from '../ids.ts';
import type { Place } from '../provider-settings.ts';
import type { Calls } from '../providers/calls/calls.ts';
import type { Conversation } from '../providers/conversation/conversation.ts';
import type { Live } from '../providers/conversation/live.ts';
import type { Database } from '../providers/database/database.ts';
import type { Files } from '../providers/files/files.ts';
import type { Limits } from '../providers/limits/limits.ts';
import type { Mail } from '../providers/mail/mail.ts';
import type { Model } from '../providers/model/model.ts';
import type { Ears, Voice } from '../providers/speech/speech.ts';
import type { RegionObjects } from './objects.ts';

/** A maker, and where it processes what it gets. */
export interface Placed<Maker> {
  place: Place;
  use: Maker;
}

/** The makers set up for this region, each list in order of preference. Which of them a tenant may use: eligible-rules.ts. */
export interface Makers {
  ears: Placed<Ears>[];
  voices: Placed<Voice>[];
  models: Placed<Model>[];
  live: Placed<Live>[];
  calls: Placed<Calls>[];
}

export interface Region {
  id: RegionId;
  /** Whether the platform guarantees where session objects rest, or only tries. */
  kept: 'guarantee' | 'hint';
  database: Database;
  files: Files;
  mail: Mail;
  conversation: Conversation;
  makers: Makers;
  limits: Limits;
  /** Limits that count across all regions of this installation. */
  installation: Limits;
  objects: RegionObjects;
  /** Digests under the installation's secrets. */
  digests: Digests;
  /** Where people reach this installation; links in mails begin with it. */
  origin: string;
  /** Tells whoever runs the installation of something that needs them; names only the event. */
  alert(event: string): void;
  now(): Date;
  random(bytes: number): Uint8Array;
}
