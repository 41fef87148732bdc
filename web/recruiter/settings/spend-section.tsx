/** What interviews have cost this month, and how much a month may cost. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { money } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { capOf } from './cap-input.ts';

type Spend = Answer<'GET /api/recruiter/spend'>;

export function SpendSection() {
  const spend = useLoad((signal) => api('GET /api/recruiter/spend', { signal }), []);
  return (
    <section aria-labelledby="spend">
      <h2 id="spend">{t('spend.title', 'What interviews cost')}</h2>
      <Loaded of={spend} what={t('spend.loading', 'Adding up this month…')}>
        {(data) => (
          <>
            <p>{spendWords(data)}</p>
            <CapForm capMicros={data.capMicros} onSaved={spend.reload} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function spendWords({ monthMicros, capMicros }: Spend): string {
  const spent = money(monthMicros);
  return capMicros === null
    ? t('spend.month', 'This month: {spent}. There is no cap.', { spent })
    : t('spend.month.of', 'This month: {spent} of {cap}. At the cap, interviews go on by the plan’s rules.', {
        spent,
        cap: money(capMicros),
      });
}

function CapForm({ capMicros, onSaved }: { capMicros: number | null; onSaved: () => void }) {
  const [text, setText] = useState(capMicros === null ? '' : String(capMicros / 1_000_000));
  const [tried, tryIt] = useState(false);
  const cap = capOf(text);
  const save = useAction(async (micros: number | null) => {
    await api('PUT /api/recruiter/spend/cap', { body: { capMicros: micros } });
    announce(micros === null ? t('spend.lifted', 'There is no cap now.') : t('spend.saved', 'The cap is saved.'));
    onSaved();
  });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (cap !== undefined) void save.run(cap);
  };
  return (
    <form class="form" onSubmit={submit} noValidate>
      <TextField
        label={t('spend.cap', 'What a month may cost, in dollars')}
        hint={t(
          'spend.cap.hint',
          'Leave it empty for no cap. Interviews that are under way keep the one they began with.',
        )}
        value={text}
        onInput={setText}
        error={tried && cap === undefined ? t('spend.cap.wrong', 'Enter an amount like 250, or nothing.') : undefined}
        inputMode="numeric"
        dir="ltr"
        autocomplete="off"
        maxLength={12}
      />
      <ProblemNotice problem={save.problem} />
      <div>
        <Button type="submit" busy={save.busy}>
          {t('spend.save', 'Save the cap')}
        </Button>
      </div>
    </form>
  );
}
