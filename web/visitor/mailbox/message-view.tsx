/** One mail: its code large enough to read across a desk, its links to follow. */
import { dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { arrowStart, copy } from '../../shared/icons.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { codeIn, pieces } from './message-text.ts';
import type { Mail } from './use-mailbox.ts';

export function MessageView({ message, back }: { message: Mail | undefined; back: string }) {
  if (message === undefined) return null;
  const code = codeIn(message.text);
  return (
    <article class="message" aria-labelledby="subject">
      <a class="back" href={back}>
        <Icon d={arrowStart} turns small />
        {t('mailbox.back', 'All mail')}
      </a>
      <header>
        <h2 id="subject" dir="auto">
          {message.subject}
        </h2>
        <p class="data muted" dir="auto">
          {t('mailbox.to-at', 'To {address}, {time}', { address: message.to, time: dayAndTime(message.at) })}
        </p>
      </header>
      {code === null ? null : <Code code={code} />}
      <p class="message-text" dir="auto">
        {pieces(message.text).map((piece, index) =>
          piece.kind === 'link' ? (
            <a key={index} href={piece.href}>
              {piece.href}
            </a>
          ) : (
            piece.text
          ),
        )}
      </p>
    </article>
  );
}

function Code({ code }: { code: string }) {
  const copyCode = async () => {
    try {
      await navigator.clipboard.writeText(code);
      announce(t('mailbox.copied', 'Code copied.'));
    } catch {
      announce(t('mailbox.not-copied', 'This browser does not let us copy. Select the code instead.'));
    }
  };
  return (
    <div class="mail-code">
      <output aria-label={t('mailbox.code', 'Code')} dir="ltr">
        {code}
      </output>
      <Button icon={copy} onClick={() => void copyCode()}>
        {t('mailbox.copy', 'Copy the code')}
      </Button>
    </div>
  );
}
