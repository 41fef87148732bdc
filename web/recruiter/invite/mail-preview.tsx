/** The mail, as it will look: the server's own words, with the name as it is typed. */
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';

/** Stands for the name in the server's preview, so that typing a name asks nothing of the server. */
const NAME_PLACE = '\u2060\u2060';

export function MailPreview({ roleId, name, days }: { roleId: string; name: string; days: string }) {
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
              )}
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}
