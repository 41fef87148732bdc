/** How long a member's session may rest before they sign in again. */
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { mayKeepBooks, useMe } from '../me.ts';

const CHOICES = [30, 60, 120, 240, 480, 720];

export function SessionsSection({ minutes, onChanged }: { minutes: number; onChanged: () => void }) {
  const me = useMe();
  const change = useAction(async (idleMinutes: number) => {
    await api('PUT /api/recruiter/privacy/sessions', { body: { idleMinutes } });
    announce(t('sessions.saved', 'Sessions now end after {length} at rest.', { length: lengthWords(idleMinutes) }));
    onChanged();
  });
  const choices = [...new Set([...CHOICES, minutes])].sort((a, b) => a - b);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title', 'Sessions')}</h2>
      <p>
        {t(
          'sessions.text',
          'A member who does nothing for this long has to sign in again. A page that is only left open counts as nothing.',
        )}
      </p>
      {mayKeepBooks(me) ? (
        <div class="form narrow">
          <SelectField
            label={t('sessions.idle', 'A session ends at rest after')}
            value={String(minutes)}
            options={choices.map((one) => ({ value: String(one), label: lengthWords(one) }))}
            onChange={(chosen) => void change.run(Number(chosen))}
          />
        </div>
      ) : (
        <p>{t('sessions.fixed', 'A session ends at rest after {length}.', { length: lengthWords(minutes) })}</p>
      )}
      <ProblemNotice problem={change.problem} />
    </section>
  );
}

function lengthWords(minutes: number): string {
  return minutes % 60 === 0
    ? t('sessions.hours', '{n, plural, one {# hour} other {# hours}}', { n: minutes / 60 })
    : t('sessions.minutes', '{n, plural, one {# minute} other {# minutes}}', { n: minutes });
}
