/** Region and address: no list of people crosses regions, so both are asked for. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { regionName } from '../../shared/region-name.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { knownRegion } from './known-region.ts';
import type { Asked, Installation, RegionId } from './sign-in-types.ts';

interface Props {
  installation: Installation;
  /** What was entered before, when one comes back to correct it. */
  asked: Asked | null;
  regionAsked: string | undefined;
  onSent: (asked: Asked, sent: Answer<'POST /api/visitor/sign-in/code'>) => void;
}

export function AddressStep({ installation, asked, regionAsked, onSent }: Props) {
  const regions = installation.regions.filter((one) => one.configured);
  const { recruiter } = installation.links;
  const wanted = [asked?.region, regionAsked, knownRegion(), recruiter?.region];
  const first = wanted.map((id) => regions.find((one) => one.id === id)).find((one) => one !== undefined) ?? regions[0];
  const [region, setRegion] = useState<RegionId>(first?.id ?? 'eu');
  const [email, setEmail] = useState(asked?.email ?? (recruiter?.region === first?.id ? recruiter?.email : '') ?? '');
  const [error, setError] = useState<string>();
  const send = useAction(async () => {
    const typed = email.trim();
    const sent = await api('POST /api/visitor/sign-in/code', { body: { region, email: typed } });
    onSent({ region, email: typed }, sent);
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const right = /^\S+@\S+\.\S+$/.test(email.trim());
    setError(right ? undefined : t('sign-in.email.wrong', 'Enter your whole e-mail address, like name@company.com.'));
    if (right) void send.run();
    else document.querySelector<HTMLElement>('#main input')?.focus();
  };
  const refused = send.problem?.code === 'invalid_input' ? null : send.problem;
  const shown =
    error ??
    (send.problem !== null && refused === null
      ? t('sign-in.email.refused', 'This is not an e-mail address that mail can be sent to.')
      : undefined);
  return (
    <>
      <h1>{t('sign-in.title', 'Sign in')}</h1>
      <form class="form" onSubmit={submit} noValidate>
        <SelectField
          label={t('sign-in.region', 'Your company’s region')}
          hint={t(
            'sign-in.region.why',
            'We keep no list of people across regions, so we have to ask. This browser will remember it.',
          )}
          value={region}
          options={regions.map((one) => ({ value: one.id, label: regionName(one.id) }))}
          onChange={setRegion}
        />
        <TextField
          label={t('sign-in.email', 'Work e-mail')}
          value={email}
          onInput={setEmail}
          inputMode="email"
          autocomplete="username"
          name="email"
          dir="ltr"
          error={shown}
        />
        <Button kind="main" type="submit" wide busy={send.busy}>
          {t('sign-in.send', 'Send me a code')}
        </Button>
        <ProblemNotice problem={refused} />
      </form>
      <p class="muted">
        {t('sign-in.candidate', 'Invited to an interview? You need no account. Open the link in your invitation.')}
      </p>
    </>
  );
}
