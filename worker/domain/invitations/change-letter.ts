/** A role's own invitation: its words, and when people are reminded. Links that are out keep their reminder. */
import { and, eq } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { audited } from '../audit/audit.ts';
import { roles } from '../tables.ts';
import { type Letter, OUR_LETTER, unknownPlaces } from './invitation-letter-rules.ts';

/**
 * @param input.letter null puts our own words back
 * @throws Problem not_found; invalid_input for a place in braces that no letter has
 */
export async function changeInvitation(
  region: Region,
  actor: MemberActor,
  input: { roleId: string; letter: { subject: string; text: string } | null; reminderDays: number },
): Promise<void> {
  const fields = (['subject', 'text'] as const).flatMap((field) => {
    const [unknown] = unknownPlaces(input.letter?.[field] ?? '');
    return unknown === undefined
      ? []
      : [{ pointer: `/letter/${field}`, detail: `unknown place {${unknown}}`.slice(0, 200) }];
  });
  if (fields.length > 0) throw new Problem('invalid_input', { fields });
  const own = ownWords(input.letter);
  await region.database.transaction({ tenant: actor.tenantId }, async (tx) => {
    const changed = await tx
      .update(roles)
      .set({ invitationSubject: own.subject, invitationText: own.text, reminderDays: input.reminderDays })
      .where(and(eq(roles.tenantId, actor.tenantId), eq(roles.id, input.roleId)))
      .returning({ id: roles.id });
    if (changed.length === 0) throw new Problem('not_found');
    await audited(region, actor, tx, { action: 'role.invitation-changed', object: input.roleId });
  });
}

/** Words that are ours are not kept, so that ours can become better. */
function ownWords(letter: { subject: string; text: string } | null): Letter {
  if (letter === null) return { subject: null, text: null };
  return {
    subject: letter.subject === OUR_LETTER.subject ? null : letter.subject,
    text: letter.text.trim() === OUR_LETTER.text ? null : letter.text,
  };
}
