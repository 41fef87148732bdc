/** One person: name, address, how long the link holds. The link is shown once, right after. */
import { useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { FreshLink } from './fresh-link.tsx';
import { daysProblem, looksLikeAddress } from './invite-input.ts';

interface Props {
  roleId: string;
  name: string;
  onName: (name: string) => void;
  days: string;
  onDays: (days: string) => void;
  onInvited: () => void;
}

export function InviteForm({ roleId, name, onName, days, onDays, onInvited }: Props) {
  const [email, setEmail] = useState('');
  const [tried, tryIt] = useState(false);
  const [sent, setSent] = useState<{ name: string; link: string; expiresAt: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const errors = {
    name: name.trim() === '' ? t('invite.name.empty', 'Enter the person’s name.') : undefined,
    email: looksLikeAddress(email)
      ? undefined
      : t('invite.email.wrong', 'Enter a whole e-mail address, like name@example.com.'),
    days: daysProblem(days),
  };
  const send = useAction(async () => {
    const made = await api('POST /api/recruiter/roles/:role/invitations', {
      params: { role: roleId },
      body: { name, email, days: Number(days) },
    });
    setSent({ name: name.trim(), ...made });
    onName('');
    setEmail('');
    tryIt(false);
    onInvited();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    const wrong = Object.values(errors).some((error) => error !== undefined);
    if (wrong) setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), 0);
    else void send.run();
  };
  const refused = send.problem;
  return (
    <>
      {sent === null ? null : <FreshLink {...sent} />}
      <form class="form invite-form" ref={form} onSubmit={submit} noValidate>
        <TextField
          label={t('invite.name', 'Name')}
          value={name}
          onInput={onName}
          error={tried ? errors.name : undefined}
          autocomplete="off"
          maxLength={200}
        />
        <TextField
          label={t('invite.email', 'E-mail')}
          value={email}
          onInput={setEmail}
          error={tried ? errors.email : undefined}
          inputMode="email"
          autocomplete="off"
          dir="ltr"
        />
        <TextField
          label={t('invite.days', 'Link holds, in days')}
          value={days}
          onInput={onDays}
          error={errors.days}
          inputMode="numeric"
          dir="ltr"
        />
        <Button kind="main" type="submit" busy={send.busy}>
          {t('invite.send', 'Send the invitation')}
        </Button>
      </form>
      {refused?.code === 'already_invited' ? (
        <Notice kind="warn" alert>
          <p>
            <strong>
              {t('invite.twice', '{email} is already invited or in an interview for this role.', { email })}
            </strong>
          </p>
          <p>{t('invite.twice.next', 'No second mail was sent. Below you can send the link again or take it back.')}</p>
        </Notice>
      ) : (
        <ProblemNotice problem={refused} />
      )}
    </>
  );
}
