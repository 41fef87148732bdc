/** A new colleague: name, address, and what they may do. They sign in with a mailed code. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { MemberRole } from './member-words.ts';
import { RoleChoice } from './role-choice.tsx';

export function AddMember({ onClose, onAdded }: { onClose: () => void; onAdded: (said: string) => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<MemberRole>('recruiter');
  const [tried, tryIt] = useState(false);
  const nameError = name.trim() === '' ? t('member.name.empty', 'Enter a name.') : undefined;
  const emailError = /^\S+@\S+\.\S+$/.test(email.trim())
    ? undefined
    : t('member.email.wrong', 'Enter the whole e-mail address, like name@company.com.');
  const add = useAction(async () => {
    await api('POST /api/recruiter/team', { body: { name, email, role } });
    onAdded(t('team.added', '{name} is on the team; a mail says where to sign in.', { name: name.trim() }));
  });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (nameError === undefined && emailError === undefined) void add.run();
  };
  return (
    <Dialog title={t('team.add', 'Add a member')} onClose={onClose}>
      <form class="form" onSubmit={submit} noValidate>
        <TextField
          label={t('member.name', 'Name')}
          value={name}
          onInput={setName}
          error={tried ? nameError : undefined}
          maxLength={200}
          autocomplete="off"
        />
        <TextField
          label={t('sign-in.email', 'Work e-mail')}
          value={email}
          onInput={setEmail}
          error={tried ? emailError : undefined}
          inputMode="email"
          dir="ltr"
          autocomplete="off"
        />
        <RoleChoice role={role} onChange={setRole} />
        {add.problem?.code === 'conflict' ? (
          <Notice kind="warn" alert>
            <p>{t('team.known', 'This address is on the team already.')}</p>
          </Notice>
        ) : (
          <ProblemNotice problem={add.problem} />
        )}
        <div class="dialog-act">
          <Button onClick={onClose}>{t('role.cancel', 'Cancel')}</Button>
          <Button kind="main" type="submit" busy={add.busy}>
            {t('team.add.act', 'Add to the team')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
