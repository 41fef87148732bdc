/**
 * Every policy of every table, as the database tells it. A wall that was opened for good ("using (true)") is FORCEd
 * and enabled like any other: only its text shows it.
 */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { region } from '../support/story.ts';

/**
 * What may be seen beside the tenant's own rows, and by what: each line was read by a person. A policy that is not
 * here, and a table without its wall, fails the test.
 */
const BESIDE_THE_WALL: Record<string, string> = {
  'member_sessions by_digest SELECT': "(digest = app_setting('app.digest'::text))",
  'candidate_sessions by_digest SELECT': "(digest = app_setting('app.digest'::text))",
  'invitations by_digest SELECT': "(digest = app_setting('app.digest'::text))",
  'members by_email SELECT': "(email = app_setting('app.email'::text))",
  'invitations due_reminders SELECT':
    "((app_setting('app.due'::text) = 'reminders'::text) AND (remind_at <= now()) AND (reminded_at IS NULL) AND (revoked_at IS NULL))",
  'calls by_digest SELECT': "(digest = app_setting('app.digest'::text))",
  'mails mailbox SELECT': "(app_setting('app.mailbox'::text) = 'open'::text)",
  // Ids and causes of what is set aside, for the operator.
  'parked_tasks operator_reads SELECT': "(app_setting('app.operator'::text) = 'open'::text)",
  // What browsers report of our pages: counts of the installation, of no tenant.
  'page_report_counts installation ALL': "(app_setting('app.installation'::text) = 'open'::text)",
  // Voluntary answers have no wall of the usual kind: the tenant reads none of them, only their owner does.
  'demographics own_row ALL': "(digest = app_setting('app.digest'::text))",
  'demographics counted ALL for the owner': "(tenant_id = app_setting('app.tenant_id'::text))",
};

interface Policy {
  table: string;
  name: string;
  command: string;
  roles: string;
  permissive: string;
  seen: string | null;
  written: string | null;
}

async function policies(): Promise<Policy[]> {
  const { rows } = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`
      select tablename as table, policyname as name, cmd as command, array_to_string(roles, ',') as roles,
        permissive, qual as seen, with_check as written
      from pg_policies where schemaname = 'public' order by 1, 2`),
  );
  return rows as unknown as Policy[];
}

async function tableNames(): Promise<string[]> {
  const { rows } = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'interloop_migrations' order by 1`),
  );
  return rows.map(({ name }) => String(name));
}

test('every table has one wall, and it is the tenant’s: for what is seen and for what is written', async () => {
  const walls = (await policies()).filter(({ name }) => name === 'tenant_wall');
  const walled = [...walls.map(({ table }) => table), 'demographics', 'page_report_counts'].sort();
  expect(walled).toEqual(await tableNames());
  for (const { table, ...wall } of walls) {
    const own = `(${table === 'tenants' ? 'id' : 'tenant_id'} = app_setting('app.tenant_id'::text))`;
    expect({ table, ...wall }).toEqual({
      table,
      name: 'tenant_wall',
      command: 'ALL',
      roles: 'interloop_app',
      permissive: 'PERMISSIVE',
      seen: own,
      written: own,
    });
  }
});

test('beside the walls there are only the policies that a person has read, word for word', async () => {
  const others = (await policies()).filter(({ name }) => name !== 'tenant_wall' && name !== 'role_team');
  const told = others.map(({ table, name, command, roles, seen }) => {
    const whose = roles === 'interloop_app' ? '' : ' for the owner';
    return [`${table} ${name} ${command}${whose}`, seen];
  });
  expect(Object.fromEntries(told)).toEqual(BESIDE_THE_WALL);
  // Nothing more may be written than is seen.
  expect(others.filter(({ command, seen, written }) => written !== (command === 'SELECT' ? null : seen))).toEqual([]);
});

test('rows of a role are behind the wall of its team, in every table that leads to one', async () => {
  const { rows } = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`
      select table_name as table, bool_or(column_name = 'role_id') as by_role from information_schema.columns
      where table_schema = 'public' and column_name in ('role_id', 'interview_id') and table_name <> 'demographics'
      group by 1 order by 1`),
  );
  const hidden = '( SELECT hidden_roles() AS hidden_roles)';
  const byRole = (column: string) => `(${column} <> ALL (${hidden}))`;
  const byInterview = `((( SELECT cardinality(hidden_roles()) AS cardinality) = 0) OR (interview_id IN ( SELECT interviews.id\n   FROM interviews)))`;
  const right = [
    ...rows.map(({ table, by_role }) => [String(table), by_role === true ? byRole('role_id') : byInterview]),
    ['roles', byRole('id')],
  ];
  const teams = (await policies()).filter(({ name }) => name === 'role_team');
  const told = teams.map(({ table, seen }) => [table, seen?.replaceAll(/::text\[\]/g, '')]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(right));
  expect(teams.filter(({ permissive, command }) => permissive !== 'RESTRICTIVE' || command !== 'ALL')).toEqual([]);
  expect(teams.filter(({ seen, written }) => seen !== written)).toEqual([]);
});

test('the only function that runs as the owner of the tables is the one that counts', async () => {
  const { rows } = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`
      select proname as name, prosecdef as as_owner from pg_proc
      where pronamespace = 'public'::regnamespace order by 1`),
  );
  expect(rows.filter(({ as_owner }) => as_owner === true).map(({ name }) => name)).toEqual(['demographic_counts']);
});

test('the role of every request can neither bypass a wall nor own a table', async () => {
  const { rows } = await region().database.transaction({ mailbox: true }, (tx) =>
    tx.execute(sql`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powerful,
        (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = 'interloop_app'`),
  );
  expect(rows).toEqual([{ powerful: false, owned: 0 }]);
});
