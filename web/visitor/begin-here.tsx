/** On an embedded installation: the same links as the terminal shows, so that nobody has to go back to it. */
import { t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { arrowEnd } from '../shared/icons.ts';
import { rich } from '../shared/rich.tsx';
import { Providers } from './providers.tsx';
import type { Installation } from './use-installation.ts';

export function BeginHere({ installation }: { installation: Installation }) {
  const { recruiter, candidate, mailbox } = installation.links;
  return (
    <section class="begin" aria-labelledby="begin-h">
      <div class="band">
        <div>
          <h2 id="begin-h">{t('begin.title', 'Begin here')}</h2>
          <p class="fine">
            {t(
              'begin.text',
              'This installation runs on one machine with what it brings along. Mail goes to the mailbox below and nowhere else.',
            )}
          </p>
          <Providers installation={installation} />
        </div>
        <ol class="doors">
          {recruiter === undefined ? null : (
            <Door href={recruiter.url} title={t('begin.recruiter', 'Sign in as the recruiter')}>
              {rich(
                'begin.recruiter.text',
                'As <b>{email}</b>. The code arrives in the mailbox.',
                { b: (inner) => <b>{inner}</b> },
                { email: recruiter.email },
              )}
            </Door>
          )}
          {candidate === undefined ? null : (
            <Door href={candidate.url} title={t('begin.candidate', 'Open the candidate’s invitation')}>
              {t('begin.candidate.text', 'The whole way: welcome, code, consent, check, practice, the room.')}
            </Door>
          )}
          {mailbox === undefined ? null : (
            <Door href={mailbox} title={t('begin.mailbox', 'Read the mailbox')}>
              {t('begin.mailbox.text', 'Every mail this installation has sent: codes, invitations, receipts.')}
            </Door>
          )}
        </ol>
      </div>
    </section>
  );
}

function Door(props: { href: string; title: string; children: preact.ComponentChildren }) {
  return (
    <li>
      <a href={props.href}>
        <span>{props.title}</span>
        <Icon d={arrowEnd} turns />
      </a>
      <p class="fine">{props.children}</p>
    </li>
  );
}
