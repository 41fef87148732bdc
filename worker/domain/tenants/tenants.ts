/** Tenants are made by the operator, in one region, for life. */
import { makeId } from '../../ids.ts';
import type { Processing } from '../../regions/eligible-rules.ts';
import type { Region } from '../../regions/region.ts';
import type { OperatorActor } from '../actors.ts';
import { auditEntries, members, tenants } from '../tables.ts';

export interface NewTenant {
  name: string;
  /** Where its candidates' words and sound may be processed, for life. */
  processing: Processing;
  owner: { name: string; email: string };
}

/** Makes a tenant and its first member, the owner, in this region. */
export async function createTenant(
  region: Region,
  _actor: OperatorActor,
  input: NewTenant,
): Promise<{ tenantId: string; memberId: string }> {
  const tenantId = makeId(region.id, 'tenant', region.random(16));
  const memberId = makeId(region.id, 'member', region.random(16));
  await region.database.batch({ tenant: tenantId }, (db) => [
    db
      .insert(tenants)
      .values({ id: tenantId, name: input.name, processing: input.processing, createdAt: region.now() }),
    db.insert(members).values({
      id: memberId,
      tenantId,
      email: input.owner.email,
      name: input.owner.name,
      role: 'owner',
      createdAt: region.now(),
    }),
    db.insert(auditEntries).values({
      id: makeId(region.id, 'audit', region.random(16)),
      tenantId,
      actorKind: 'operator',
      actorId: 'operator',
      action: 'tenant.created',
      object: tenantId,
      detail: { processing: input.processing },
      at: region.now(),
    }),
  ]);
  return { tenantId, memberId };
}
