/** The embedded mailbox: every mail this installation has sent, newest first. */
import './mailbox.css';
import { useLocation } from 'preact-iso/router';
import { t } from '../../shared/i18n.ts';
import { mail as mailIcon } from '../../shared/icons.ts';
import { regionName } from '../../shared/region-name.ts';
import { Empty, Loaded } from '../../shared/ui/states.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { PageFrame } from '../page-frame.tsx';
import { type Installation, useInstallation } from '../use-installation.ts';
import { Mails } from './mails.tsx';

export function MailboxPage() {
  useTitle(t('mailbox.title', 'Mailbox'));
  const installation = useInstallation();
  return (
    <PageFrame class="with-mailbox">
      <div class="band mailbox">
        <div class="mailbox-head">
          <h1>{t('mailbox.headline', 'Mailbox')}</h1>
          <p class="muted">
            {t(
              'mailbox.text',
              'What this installation would have sent. Nothing here has left it; new mail appears by itself.',
            )}
          </p>
        </div>
        <Loaded of={installation}>{(known) => <Regions installation={known} />}</Loaded>
      </div>
    </PageFrame>
  );
}

function Regions({ installation }: { installation: Installation }) {
  const { query } = useLocation();
  if (!installation.embedded) {
    const sends = installation.providers.some(({ port, real }) => port === 'mail' && real);
    return (
      <p class="lead">
        {sends
          ? t('mailbox.real', 'Mail is really sent from this installation. It is not kept here.')
          : t('mailbox.none', 'This installation has no mail provider, so it sends no mail at all.')}
      </p>
    );
  }
  if (!installation.mailbox) {
    return (
      <Empty icon={mailIcon} title={t('mailbox.locked', 'The mailbox is locked')}>
        <p class="muted">
          {t(
            'mailbox.locked.text',
            'Codes and links of other people lie in it. Open the address behind “Mailbox” that npm start printed in its terminal; this browser may then read it.',
          )}
        </p>
      </Empty>
    );
  }
  const regions = installation.regions.filter((region) => region.configured);
  const first = installation.links.recruiter?.region;
  const current = regions.find((region) => region.id === (query.region ?? first)) ?? regions[0];
  if (current === undefined) return null;
  return (
    <>
      <Tabs
        label={t('mailbox.regions', 'Regions')}
        tabs={regions.map((region) => ({
          href: `/mailbox?region=${region.id}`,
          label: regionName(region.id),
          current: region === current,
        }))}
      />
      <Mails region={current.id} chosen={query.message} />
    </>
  );
}
