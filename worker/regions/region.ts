/** An open handle on the one place where a tenant's data rests. Nothing personal is read or written without one. */
import type { RegionId } from '../ids.ts';
import type { Conversation } from '../providers/conversation/conversation.ts';
import type { Database } from '../providers/database/database.ts';
import type { Files } from '../providers/files/files.ts';
import type { Limits } from '../providers/limits/limits.ts';
import type { Mail } from '../providers/mail/mail.ts';
import type { RegionObjects } from './objects.ts';

export interface Region {
  id: RegionId;
  /** Whether the platform guarantees where session objects rest, or only tries. */
  kept: 'guarantee' | 'hint';
  database: Database;
  files: Files;
  mail: Mail;
  conversation: Conversation;
  limits: Limits;
  objects: RegionObjects;
  /** Peppers digests; never leaves the Worker. */
  secret: string;
  now(): Date;
  random(bytes: number): Uint8Array;
}
