/** A region as one member may see it: the rows of roles whose team they are not on are not there, whatever is asked. */
import type { Scope } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';

export function regionForMember(region: Region, actor: MemberActor): Region {
  const { hiddenRoles } = actor;
  if (hiddenRoles.length === 0) return region;
  const { database } = region;
  const narrow = (scope: Scope): Scope => ('tenant' in scope ? { ...scope, hiddenRoles } : scope);
  return {
    ...region,
    database: {
      batch: (scope, build) => database.batch(narrow(scope), build),
      transaction: (scope, run) => database.transaction(narrow(scope), run),
    },
  };
}
