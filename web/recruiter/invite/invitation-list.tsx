/** What became of each invitation; sending a link again, and taking one back. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { day, dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { mail } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Empty } from '../../shared/ui/states.tsx';
import { useAction } from '../../shared/use-action.ts';
import { reportPath } from '../paths.ts';
import { FreshLink } from './fresh-link.tsx';
import { TheirResume } from './their-resume.tsx';

type Invitation = Answer<'GET /api/recruiter/roles/:role/invitations'>['invitations'][number];

interface Props {
  invitations: Invitation[];
  mayChange: boolean;
  onChanged: () => void;
}

export function InvitationList({ invitations, mayChange, onChanged }: Props) {
  const [fresh, show] = useState<{ name: string; link: string; expiresAt: string } | null>(null);
  const [taking, take] = useState<Invitation | null>(null);
  const again = useAction(async (one: Invitation) => {
    const made = await api('POST /api/recruiter/invitations/:invitation/again', {
      params: { invitation: one.id },
      body: {},
    });
    show({ name: one.name, ...made });
    onChanged();
  });
  if (invitations.length === 0) {
    return (
      <Empty icon={mail} title={t('invited.none', 'Nobody yet')}>
        <p class="muted">{t('invited.none.text', 'Whoever you invite appears here, with what became of the link.')}</p>
      </Empty>
    );
  }
  return (
    <>
      {fresh === null ? null : <FreshLink {...fresh} />}
      <ProblemNotice problem={again.problem} />
      <ul class="invitations">
        {invitations.map((one) => (
          <li key={one.id}>
            <p class="invited-who">
              <a href={reportPath(one.interviewId)} dir="auto">
                {one.name}
              </a>
              <span class="muted" dir="ltr">
                {one.email}
              </span>
            </p>
            <p class="muted">{stateWords(one)}</p>
            <span class="invited-act">
              {mayChange && one.state !== 'revoked' && one.state !== 'expired' ? (
                <TheirResume interviewId={one.interviewId} name={one.name} open={one.state !== 'over'} />
              ) : null}
              {one.open && mayChange ? (
                <>
                  <Button kind="quiet" busy={again.busy} onClick={() => void again.run(one)}>
                    {t('invited.again', 'Send a new link')}
                    <span class="vh">{one.name}</span>
                  </Button>
                  {one.state === 'revoked' || one.state === 'expired' ? null : (
                    <Button kind="quiet" onClick={() => take(one)}>
                      {t('invited.revoke', 'Take back')}
                      <span class="vh">{one.name}</span>
                    </Button>
                  )}
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {taking === null ? null : (
        <TakeBack
          invitation={taking}
          onClose={() => take(null)}
          onTaken={() => {
            take(null);
            show(null);
            announce(t('invited.revoked.said', 'The link no longer works.'));
            onChanged();
          }}
        />
      )}
    </>
  );
}

function TakeBack(props: { invitation: Invitation; onClose: () => void; onTaken: () => void }) {
  const { invitation, onClose, onTaken } = props;
  const revoke = useAction(async () => {
    await api('POST /api/recruiter/invitations/:invitation/revoke', { params: { invitation: invitation.id } });
    onTaken();
  });
  return (
    <Dialog
      title={t('invited.revoke.ask', 'Take back the link of {name}?', { name: invitation.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('invited.revoke.no', 'Leave it')}</Button>
          <Button kind="main" busy={revoke.busy} onClick={() => void revoke.run()}>
            {t('invited.revoke.yes', 'Take it back')}
          </Button>
        </>
      }
    >
      <p>
        {t(
          'invited.revoke.text',
          'Whoever opens it reads that it was withdrawn. No mail is sent about it. You can invite the person again.',
        )}
      </p>
      <ProblemNotice problem={revoke.problem} />
    </Dialog>
  );
}

function stateWords(one: Invitation): string {
  switch (one.state) {
    case 'sent':
      return t('invited.sent', 'Sent {sent}, holds until {until}', {
        sent: day(one.sentAt),
        until: dayAndTime(one.expiresAt),
      });
    case 'opened':
      return t('invited.opened', 'Opened {when}, not begun yet', { when: day(one.openedAt ?? one.sentAt) });
    case 'begun':
      return t('invited.begun', 'In the interview now');
    case 'over':
      return t('invited.over', 'Interview is over');
    case 'expired':
      return t('invited.expired', 'Ran out on {when}', { when: day(one.expiresAt) });
    case 'revoked':
      return t('invited.revoked', 'Taken back');
  }
}
