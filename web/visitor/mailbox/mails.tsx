/** A region's mails as a list, and the one that is read. */
import { dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { mail as mailIcon } from '../../shared/icons.ts';
import { Empty, Failed, Loading } from '../../shared/ui/states.tsx';
import { MessageView } from './message-view.tsx';
import { type Mail, type RegionId, useMailbox } from './use-mailbox.ts';

export function Mails({ region, chosen }: { region: RegionId; chosen: string | undefined }) {
  const { messages, problem } = useMailbox(region);
  if (messages === null) {
    return problem === null ? <Loading what={t('mailbox.loading', 'Fetching mail…')} /> : <Failed problem={problem} />;
  }
  if (messages.length === 0) {
    return (
      <Empty icon={mailIcon} title={t('mailbox.empty', 'No mail yet in this region')}>
        <p class="muted">
          {t('mailbox.empty.text', 'Codes, invitations and receipts appear here a moment after they are sent.')}
        </p>
      </Empty>
    );
  }
  const read = messages.find((message) => message.id === chosen);
  return (
    <div class={read === undefined ? 'mails' : 'mails one-open'}>
      <ol class="mail-list" aria-label={t('mailbox.list', 'Mails, newest first')}>
        {messages.map((message) => (
          <Row key={message.id} message={message} region={region} current={message === (read ?? messages[0])} />
        ))}
      </ol>
      <MessageView key={(read ?? messages[0])?.id} message={read ?? messages[0]} back={`/mailbox?region=${region}`} />
      {problem === null ? null : (
        <p class="warn small" role="status">
          {t('mailbox.stale', 'The mailbox can’t be reached just now; trying again.')}
        </p>
      )}
    </div>
  );
}

function Row({ message, region, current }: { message: Mail; region: RegionId; current: boolean }) {
  return (
    <li>
      <a href={`/mailbox?region=${region}&message=${message.id}`} aria-current={current ? 'true' : undefined}>
        <b dir="auto">{message.subject}</b>
        <span dir="auto">{t('mailbox.to', 'To {address}', { address: message.to })}</span>
        <time dateTime={message.at}>{dayAndTime(message.at)}</time>
      </a>
    </li>
  );
}
