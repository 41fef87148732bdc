/** For a query that joins `members` and `roles`: whether this member may see this role, and so be told of its people. */
import { type SQL, sql } from 'drizzle-orm';
import { members, roles } from '../tables.ts';
import { roleMembers } from '../tables-beside.ts';

export function seesRole(): SQL {
  return sql`(not ${roles.teamOnly} or ${members.role} in ('owner', 'admin') or exists (select from ${roleMembers} own
    where own.role_id = ${roles.id} and own.member_id = ${members.id}))`;
}
