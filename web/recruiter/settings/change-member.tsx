/** What a colleague may do, and taking them off the team. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { MemberRole } from './member-words.ts';
import { RoleChoice } from './role-choice.tsx';
import type { Member } from './team-page.tsx';

interface Props {
  member: Member;
  onClose: () => void;
  onChanged: (said: string) => void;
}

export function ChangeMember({ member, onClose, onChanged }: Props) {
  const { name } = member;
  const [role, setRole] = useState<MemberRole>(member.role);
  const active = member.disabledAt === null;
  const change = useAction(async (body: { role?: MemberRole; active?: boolean }) => {
    await api('PATCH /api/recruiter/team/:member', { params: { member: member.id }, body });
    onChanged(
      body.active === false
        ? t('team.removed', '{name} is off the team and signed out everywhere.', { name })
        : t('team.changed', 'Saved: {name}.', { name }),
    );
  });
  return (
    <Dialog
      title={name}
      onClose={onClose}
      actions={
        <>
          <Button kind="bad" busy={change.busy} onClick={() => void change.run({ active: !active })}>
            {active ? t('team.remove', 'Take off the team') : t('team.back', 'Put back on the team')}
          </Button>
          {active ? (
            <Button kind="main" busy={change.busy} onClick={() => void change.run({ role })}>
              {t('role.save', 'Save')}
            </Button>
          ) : null}
        </>
      }
    >
      {active ? <RoleChoice role={role} onChange={setRole} /> : null}
      {change.problem?.code === 'conflict' ? (
        <Notice kind="warn" alert>
          <p>{t('team.last-owner', 'A company always has an owner who can sign in. Name another owner first.')}</p>
        </Notice>
      ) : (
        <ProblemNotice problem={change.problem} />
      )}
    </Dialog>
  );
}
