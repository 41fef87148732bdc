/**
 * The database port: PostgreSQL through Neon's driver. Every statement runs under the role `interloop_app`,
 * which row-level security binds, with the scope of the call set for that transaction only: the login role is
 * never relied on, since an owner may bypass policies.
 */
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import type { NeonHttpDatabase } from 'drizzle-orm/neon-http';
import type { NeonDatabase } from 'drizzle-orm/neon-serverless';

/** Builds queries for {@link Database.batch}. */
export type Queries = NeonHttpDatabase;
/** An open interactive transaction. */
export type Transaction = Parameters<Parameters<NeonDatabase['transaction']>[0]>[0];

/**
 * What a transaction may see. `tenant`: one tenant's rows, without those of its `hiddenRoles`. The others open single rows before a tenant is
 * known: a session or a link by its digest, a member by e-mail address; `mailbox` the embedded mailbox; `installation` what
 * belongs to no tenant; `due` what the clock finds over all tenants; `operator` what is stuck in this region, over all
 * tenants.
 */
export type Scope =
  | { tenant: string; hiddenRoles?: readonly string[] }
  | { digest: string }
  | { email: string }
  | { mailbox: true }
  | { installation: true }
  | { due: 'reminders' }
  | { operator: true };

export interface Database {
  /** Runs queries in one transaction and one round trip; nothing can be decided between them. */
  batch<Q extends BatchItem<'pg'>, T extends Readonly<[Q, ...Q[]]>>(
    scope: Scope,
    build: (db: Queries) => T,
  ): Promise<BatchResponse<T>>;
  /** Runs an interactive transaction; it is rolled back when `run` throws. */
  transaction<T>(scope: Scope, run: (tx: Transaction) => Promise<T>): Promise<T>;
}
