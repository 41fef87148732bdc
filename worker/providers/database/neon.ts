/** Neon's driver, against Neon or against the gateway that speaks its protocol on one machine. */
import { Client, neon, neonConfig, Pool } from '@neondatabase/serverless';
import { type SQL, sql } from 'drizzle-orm';
import { drizzle as overHttp } from 'drizzle-orm/neon-http';
import { drizzle as overSocket } from 'drizzle-orm/neon-serverless';
import type { Database, Scope } from './database.ts';

const ownFetchEndpoint = neonConfig.fetchEndpoint;

/** Hosts beside us are reached without TLS; every other goes the way that Neon's driver has by itself. */
function beside(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost';
}

neonConfig.fetchEndpoint = (host, port, options) => {
  if (beside(host)) return `http://${host}:${port}/sql`;
  return typeof ownFetchEndpoint === 'function' ? ownFetchEndpoint(host, port, options) : ownFetchEndpoint;
};

/** The settings that row-level security reads; each is local to the transaction. */
function enter(scope: Scope): SQL {
  const [name, value] = setting(scope);
  const hidden = 'tenant' in scope && scope.hiddenRoles !== undefined ? scope.hiddenRoles.join(',') : null;
  const settings = sql`set_config('role', 'interloop_app', true), set_config(${name}, ${value}, true)`;
  return hidden === null
    ? sql`select ${settings}`
    : sql`select ${settings}, set_config('app.hidden_roles', ${hidden}, true)`;
}

function setting(scope: Scope): [string, string] {
  if ('tenant' in scope) return ['app.tenant_id', scope.tenant];
  if ('digest' in scope) return ['app.digest', scope.digest];
  if ('email' in scope) return ['app.email', scope.email];
  if ('installation' in scope) return ['app.installation', 'open'];
  if ('due' in scope) return ['app.due', scope.due];
  if ('operator' in scope) return ['app.operator', 'open'];
  return ['app.mailbox', 'open'];
}

/**
 * The last statement of every transaction. Whatever ran before it may have left the role or entered another scope, by a
 * statement that nobody meant; then the whole transaction fails, and nothing of it is answered or kept.
 */
function stay(scope: Scope): SQL {
  const [name, value] = setting(scope);
  return sql`select app_stayed(${name}, ${value})`;
}

/** A client for a gateway beside us: no TLS, and the gateway's own address instead of Neon's proxy. */
class BesideClient extends Client {
  constructor(config: ConstructorParameters<typeof Client>[0]) {
    super(config);
    this.neonConfig.useSecureWebSocket = false;
    this.neonConfig.wsProxy = (host, port) => `${host}:${port}/v2`;
  }
}

export function neonDatabase(url: string): Database {
  const http = overHttp(neon(url));
  const local = beside(new URL(url).hostname);
  return {
    async batch(scope, build) {
      const [, ...results] = await http.batch([http.execute(enter(scope)), ...build(http), http.execute(stay(scope))]);
      // The driver types a batch by the tuple it was given; the first entry and the last were ours.
      return results.slice(0, -1) as never;
    },
    async transaction(scope, run) {
      const pool = new Pool({ connectionString: url, max: 1 });
      // A dropped line is reported by the query that was under way; unheard it would end the isolate.
      pool.on('error', () => {});
      if (local) Object.assign(pool, { Client: BesideClient });
      try {
        return await overSocket(pool).transaction(async (tx) => {
          await tx.execute(enter(scope));
          const result = await run(tx);
          await tx.execute(stay(scope));
          return result;
        });
      } finally {
        await pool.end();
      }
    },
  };
}
