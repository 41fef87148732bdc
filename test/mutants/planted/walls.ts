/** Faults of the walls between tenants and regions, and of the configuration. */
import type { PlantedFault } from '../planted-fault.ts';

const POLICIES = ['test/contract/policies.test.ts', 'test/contract/walls.test.ts'];
const PLACEMENT = ['test/unit/object-placement.test.ts'];
const SETTINGS = ['test/unit/provider-settings.test.ts'];

export const WALLS: readonly PlantedFault[] = [
  {
    says: 'every tenant sees every call',
    file: 'migrations/0005_calls.sql',
    from: `create policy tenant_wall on calls for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id'))`,
    to: `create policy tenant_wall on calls for all to interloop_app
  using (true)`,
    tests: POLICIES,
  },
  {
    says: 'a tenant may write rows of another tenant',
    file: 'migrations/0001_walls.sql',
    from: `with check (%I = app_setting(''app.tenant_id''))'`,
    to: `with check (%I is not null)'`,
    tests: POLICIES,
  },
  {
    says: 'every mail is open to whoever names any mailbox setting',
    file: 'migrations/0001_walls.sql',
    from: `using (app_setting('app.mailbox') = 'open')`,
    to: `using (app_setting('app.mailbox') is distinct from 'closed')`,
    tests: POLICIES,
  },
  {
    says: 'the tables’ owner is not bound by the walls',
    file: 'migrations/0001_walls.sql',
    from: `execute format('alter table %I force row level security', entry.table_name);`,
    to: '',
    tests: POLICIES,
  },
  {
    says: 'the counts of voluntary answers are open to any tenant',
    file: 'migrations/0007_fairness.sql',
    from: `create policy counted on demographics for all to current_user
  using (tenant_id = app_setting('app.tenant_id'))`,
    to: `create policy counted on demographics for all to current_user
  using (true)`,
    tests: POLICIES,
  },
  {
    says: 'a role that bypasses walls serves every request',
    file: 'migrations/0001_walls.sql',
    from: `grant usage on schema public to interloop_app;`,
    to: `alter role interloop_app bypassrls; grant usage on schema public to interloop_app;`,
    tests: POLICIES,
  },
  {
    says: 'audit entries can be changed',
    file: 'migrations/0001_walls.sql',
    from: `revoke update, delete on audit_entries, decisions,`,
    to: `revoke update, delete on decisions,`,
    tests: POLICIES,
  },
  {
    says: 'live objects of the European Union are pinned to the United States',
    file: 'worker/regions/regions.ts',
    from: `placement: { kept: 'guarantee', jurisdiction: 'eu' }`,
    to: `placement: { kept: 'guarantee', jurisdiction: 'us' }`,
    tests: PLACEMENT,
  },
  {
    says: 'live objects are pinned nowhere',
    file: 'worker/regions/objects.ts',
    from: `const pinned = namespace.jurisdiction(placement.jurisdiction);`,
    to: `const pinned = namespace;`,
    tests: PLACEMENT,
  },
  {
    says: 'on one machine two regions share an object',
    file: 'worker/regions/objects.ts',
    from: 'const full = `${region}:${name}`;',
    to: 'const full = `x:${name}`;',
    tests: PLACEMENT,
  },
  {
    says: 'one-time codes of a region live in the limits’ namespace',
    file: 'worker/regions/objects.ts',
    from: 'stub(config, id, env.OTP_CHALLENGE, shardOf(digest))',
    to: 'stub(config, id, env.RATE_LIMITS as never, shardOf(digest)) as never',
    tests: PLACEMENT,
  },
  {
    says: 'a provider declared for any region counts as being here',
    file: 'worker/provider-settings.ts',
    from: `return named.includes(region) ? 'here' : 'anywhere';`,
    to: `return named.length > 0 ? 'here' : 'anywhere';`,
    tests: SETTINGS,
  },
  {
    says: 'a provider that nobody declared counts as being here',
    file: 'worker/provider-settings.ts',
    from: `return named.includes(region) ? 'here' : 'anywhere';`,
    to: `return named.length === 0 || named.includes(region) ? 'here' : 'anywhere';`,
    tests: SETTINGS,
  },
  {
    says: 'a restricted tenant’s words go to providers elsewhere',
    file: 'worker/regions/eligible-rules.ts',
    from: `processing === 'anywhere' || place === 'here'`,
    to: `processing === 'anywhere' || place !== 'here' || true`,
    tests: SETTINGS,
  },
  {
    says: 'LiveKit without its secret counts as set up',
    file: 'worker/provider-settings.ts',
    from: `  if (secret === undefined) throw new Error('LIVEKIT_API_SECRET is missing: LIVEKIT_URL is set without it');
  return { url`,
    to: `  if (secret === undefined) return null;
  return { url`,
    tests: SETTINGS,
  },
  {
    says: 'an empty key turns a provider on',
    file: 'worker/provider-settings.ts',
    from: `return value === '' ? undefined : value;`,
    to: 'return value;',
    tests: SETTINGS,
  },
  {
    says: 'one region’s key is used for all',
    file: 'worker/provider-settings.ts',
    from: '`${name}_${region.toUpperCase()}`',
    to: '`${name}_EU`',
    tests: SETTINGS,
  },
  {
    says: 'a region without its bucket starts all the same',
    file: 'worker/env.ts',
    from: `  if (files === undefined)
    throw new ConfigError(`,
    to: `  if (files === undefined) return [];
  if (suffix === undefined)
    throw new ConfigError(`,
    tests: PLACEMENT,
  },
];
