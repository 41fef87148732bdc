/** The mail, as it will look: the server's own words, with the name as it is typed. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { pencil } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { MailEditor } from './mail-editor.tsx';

/** Stands for the name in the server's preview, so that typing a name asks nothing of the server. */
const NAME_PLACE = '\u2060\u2060';

export function MailPreview({
  roleId,
  name,
  days,
  mayEdit,
}: {
  roleId: string;
  name: string;
  days: string;
  mayEdit: boolean;
}) {
  const [editing, edit] = useState(false);
  const mail = useLoad(
    (signal) =>
      api('GET /api/recruiter/roles/:role/invitation-mail', {
        params: { role: roleId },
        query: { name: NAME_PLACE, days },
        signal,
      }),
    [roleId, days],
  );
  const who = name.trim() || t('mail.name', '(name)');
  return (
    <section class="invite-mail" aria-labelledby="mail-h">
      <h2 id="mail-h">{t('mail.title', 'The mail, as it will look')}</h2>
      <Loaded of={mail}>
        {(data) => (
          <>
            <article class="letter">
              <dl>
                <dt>{t('mail.from', 'From')}</dt>
                <dd dir="auto">{data.from}</dd>
                <dt>{t('mail.to', 'To')}</dt>
                <dd dir="auto">{who}</dd>
                <dt>{t('mail.subject', 'Subject')}</dt>
                <dd dir="auto">
                  <b>{data.subject}</b>
                </dd>
              </dl>
              <div class="letter-in" dir="auto">
                {data.text.split('\n\n').map((part, index) => (
                  <p key={index}>{part.replaceAll(NAME_PLACE, () => who)}</p>
                ))}
              </div>
            </article>
            <p class="small">
              {t(
                'mail.note',
                'It leads to version {n} of the plan. Each link works for one person, and can be taken back.',
                {
                  n: data.planVersion,
                },
              )}{' '}
              {data.reminderDays === 0
                ? t('mail.no-reminder', 'Nobody is reminded.')
                : t(
                    'mail.reminder',
                    'Whoever has not begun is reminded once, {n, plural, one {# day} other {# days}} before the link ends.',
                    { n: data.reminderDays },
                  )}
            </p>
            {mayEdit ? (
              <div>
                <Button icon={pencil} onClick={() => edit(true)}>
                  {t('mail.edit', 'Edit the mail')}
                </Button>
              </div>
            ) : null}
            {editing ? (
              <MailEditor
                roleId={roleId}
                mail={data}
                onClose={() => edit(false)}
                onSaved={() => {
                  edit(false);
                  mail.reload();
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
}
