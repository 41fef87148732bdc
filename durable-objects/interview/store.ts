/**
 * What the object keeps on disk: where the interview is, what was settled, what waits to be done, what was told.
 * Candidates' words are in here only sealed, and only until the region has them.
 */
import type { Granted } from '../../worker/domain/adjustments/adjustments-shape.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { LIMITS } from '../../worker/limits.ts';
import type { Processing } from '../../worker/regions/eligible-rules.ts';
import type { Watch } from './machine-promise.ts';
import type { State } from './machine-state.ts';
import type { View, WireCode } from './protocol.ts';
import type { Parked, Task, Waiting } from './tasks.ts';

export interface Opening {
  interviewId: string;
  tenantId: string;
  candidateId: string;
  plan: Plan;
  /** Until when the candidate may come back. */
  expiresAtMs: number;
  /** Which makers may get what the candidate says. */
  processing: Processing;
  /** What was left of the tenant's month when the candidate came; null: it has no cap. */
  spendLeftMicros: number | null;
  /** What was arranged for this candidate; time and language are in the plan already. */
  granted: Granted | null;
}

/** What a member arranged, as the session takes it over. */
export type Adjusting = Pick<Opening, 'plan' | 'expiresAtMs'> & { granted: Granted };

export interface Pen {
  epoch: number;
  client: string;
}

/** What stays when everything else is gone. */
export interface Over {
  view: View;
  event: number;
}

/** Read with every frame and written once in a while: this object alone writes them, so they are kept at hand. */
const AT_HAND: ReadonlySet<string> = new Set(['opening', 'pen', 'over', 'call']);

/** Settled numbers kept for each client: far more than a client can have under way. */
const SETTLED_KEPT = 500;

type Row = Record<string, SqlStorageValue>;
type Kept = 'held' | 'pen' | 'over' | 'parts' | 'tickets' | 'sound-taken' | 'meter' | 'handle' | 'call' | 'promise';

export class SessionStore {
  private readonly storage: DurableObjectStorage;
  private readonly atHand = new Map<string, unknown>();

  constructor(storage: DurableObjectStorage) {
    this.storage = storage;
    this.complete();
  }

  /** Makes the tables; an object that nobody opened stays empty. */
  prepare(): void {
    this.rows(`create table if not exists settled
      (client text, seq integer, hash text, code text, primary key (client, seq)) without rowid`);
    this.rows(`create table if not exists outbox (position integer primary key autoincrement, id text unique,
      task text, sealed blob, made_at_ms integer, attempts integer, due_at_ms integer,
      cause text, same integer not null default 0, parked integer not null default 0)`);
    this.rows('create table if not exists events (n integer primary key, event text)');
  }

  read<T>(key: Kept | 'opening' | 'state'): T | undefined {
    if (!AT_HAND.has(key)) return this.storage.kv.get<T>(key);
    if (!this.atHand.has(key)) this.atHand.set(key, this.storage.kv.get(key));
    // What was written under a key is what is read under it.
    return this.atHand.get(key) as T | undefined;
  }

  write(key: Kept, value: unknown): void {
    this.storage.kv.put(key, value);
    this.atHand.delete(key);
  }

  open(opening: Opening, state: State): void {
    this.storage.kv.put('opening', opening);
    this.atHand.clear();
    this.storage.kv.put('state', state);
  }

  /** What was arranged meanwhile takes the place of what it was opened with. */
  adjust(opening: Opening, adjusting: Adjusting): void {
    this.storage.kv.put('opening', { ...opening, ...adjusting });
    this.atHand.delete('opening');
  }

  saveState(state: State): void {
    this.storage.kv.put('state', state);
  }

  settledSeq(client: string): number {
    return Number(this.rows('select coalesce(max(seq), 0) as seq from settled where client = ?', client)[0]?.seq ?? 0);
  }

  settled(client: string, seq: number): { hash: string; code: WireCode | null } | null {
    const row = this.rows('select hash, code from settled where client = ? and seq = ?', client, seq)[0];
    if (row === undefined) return null;
    return { hash: String(row.hash), code: row.code === null ? null : (String(row.code) as WireCode) };
  }

  settle(client: string, seq: number, hash: string, code: WireCode | null): void {
    this.rows('insert into settled (client, seq, hash, code) values (?, ?, ?, ?)', client, seq, hash, code);
    this.rows('delete from settled where client = ? and seq <= ?', client, seq - SETTLED_KEPT);
  }

  /** Puts a task at the end; one with the same id that already waits is the same task. */
  enqueue(task: Task, sealed: Uint8Array | null, nowMs: number): void {
    this.rows(
      `insert into outbox (id, task, sealed, made_at_ms, attempts, due_at_ms) values (?, ?, ?, ?, 0, ?)
       on conflict (id) do nothing`,
      task.id,
      JSON.stringify(task),
      sealed === null ? null : (sealed.slice().buffer as ArrayBuffer),
      nowMs,
      nowMs,
    );
  }

  /** The oldest task that brings something home; what is set aside holds back nothing but the forgetting at the end. */
  first(): Waiting | null {
    return toWaiting(
      this.rows(`select * from outbox
        where not parked and not (id glob 'hear:*' or id glob 'reply:*')
          and not (id = 'wipe' and exists (select 1 from outbox where parked))
        order by position limit 1`)[0],
    );
  }

  /** The oldest task of the talk itself: it waits for nothing that must be brought home. */
  talk(): Waiting | null {
    return toWaiting(
      this.rows("select * from outbox where id glob 'hear:*' or id glob 'reply:*' order by position limit 1")[0],
    );
  }

  /** The reply that the interviewer owes, if it is still to come. */
  reply(): Waiting | null {
    return toWaiting(this.rows("select * from outbox where id glob 'reply:*' order by position limit 1")[0]);
  }

  waiting(): Waiting[] {
    return this.rows('select * from outbox order by position').flatMap((row) => toWaiting(row) ?? []);
  }

  /** A newer draft, or the answer, takes the place of a draft that still waits. */
  dropDraft(): void {
    this.rows("delete from outbox where id = 'draft'");
  }

  done(position: number): void {
    this.rows('delete from outbox where position = ?', position);
  }

  /** Notes a failure; returns how often in a row it failed of this cause. */
  failed(position: number, attempts: number, dueAtMs: number, cause: string): number {
    const [row] = this.rows(
      `update outbox set attempts = ?, due_at_ms = ?, same = case when cause = ? then same + 1 else 1 end, cause = ?
       where position = ? returning same`,
      attempts,
      dueAtMs,
      cause,
      cause,
      position,
    );
    return Number(row?.same ?? 0);
  }

  /** Sets a task aside: those behind it go on. */
  park(position: number, cause: string): void {
    this.rows('update outbox set parked = 1, cause = ? where position = ?', cause, position);
  }

  parked(): Parked[] {
    return this.rows('select * from outbox where parked order by position').map((row) => ({
      position: Number(row.position),
      task: JSON.parse(String(row.task)) as Task,
      cause: String(row.cause),
    }));
  }

  /** Everything that is set aside is due again; one more failure of the same cause sets it aside anew. */
  retryParked(nowMs: number, onceMore: number): number {
    return this.rows(
      'update outbox set parked = 0, attempts = 0, same = ?, due_at_ms = ? where parked returning position',
      onceMore,
      nowMs,
    ).length;
  }

  dropParked(): void {
    this.rows('delete from outbox where parked');
  }

  lastEvent(): number {
    return Number(this.rows('select coalesce(max(n), 0) as n from events')[0]?.n ?? 0);
  }

  addEvent(n: number, event: string): void {
    this.rows('insert into events (n, event) values (?, ?)', n, event);
    this.rows('delete from events where n <= ?', n - LIMITS.wire.eventsKept);
  }

  /** The events after `n` in order, or null when some of them are no longer here. */
  eventsAfter(n: number): { n: number; event: string }[] | null {
    const last = this.lastEvent();
    if (n > last) return null;
    const rows = this.rows('select n, event from events where n > ? order by n', n);
    if (rows.length !== last - n) return null;
    return rows.map((row) => ({ n: Number(row.n), event: String(row.event) }));
  }

  /** Forgets everything but that it is over, and whose promise is open, in one step: no crash leaves half of it. */
  async wipe(over: Over, watch: Watch | null): Promise<void> {
    this.storage.transactionSync(() => {
      for (const table of ['settled', 'outbox', 'events']) this.rows(`delete from ${table}`);
      for (const [key] of this.storage.kv.list()) this.storage.kv.delete(key);
      this.storage.kv.put('over', over);
      if (watch !== null) this.storage.kv.put('promise', watch);
    });
    this.atHand.clear();
    await this.setWatch(watch);
  }

  /** Looks after a promise from now on, or no longer. */
  async setWatch(watch: Watch | null): Promise<void> {
    if (watch === null) {
      this.storage.kv.delete('promise');
      await this.storage.deleteAlarm();
      return;
    }
    this.storage.kv.put('promise', watch);
    await this.storage.setAlarm(watch.atMs);
  }

  /** An object that was opened before tasks could be set aside learns the columns for it. */
  private complete(): void {
    const columns = this.rows("select name from pragma_table_info('outbox')").map(({ name }) => name);
    if (columns.length === 0 || columns.includes('parked')) return;
    this.rows('alter table outbox add column cause text');
    this.rows('alter table outbox add column same integer not null default 0');
    this.rows('alter table outbox add column parked integer not null default 0');
  }

  private rows(query: string, ...values: SqlStorageValue[]): Row[] {
    return this.storage.sql.exec<Row>(query, ...values).toArray();
  }
}

function toWaiting(row: Row | undefined): Waiting | null {
  if (row === undefined) return null;
  return {
    position: Number(row.position),
    // Only enqueue writes this column.
    task: JSON.parse(String(row.task)) as Task,
    sealed: row.sealed instanceof ArrayBuffer ? new Uint8Array(row.sealed) : null,
    madeAtMs: Number(row.made_at_ms),
    attempts: Number(row.attempts),
    dueAtMs: Number(row.due_at_ms),
  };
}
