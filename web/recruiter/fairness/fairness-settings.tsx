/** Whether candidates are asked, and by what differences are measured. */
import { useId, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { Switch } from '../../shared/ui/switch.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { Fairness } from './fairness-types.ts';

const LEVELS = ['1', '2', '3', '4', '5'] as const;

export function FairnessSettings({ fairness, onSaved }: { fairness: Fairness; onSaved: () => void }) {
  const [asks, ask] = useState(fairness.asks);
  const [percent, setPercent] = useState(String(fairness.percent));
  const [level, setLevel] = useState(String(fairness.level));
  const switchId = useId();
  const share = Number(percent);
  const wrong = !Number.isInteger(share) || share < 50 || share > 100;
  const save = useAction(async () => {
    if (wrong) return;
    await api('PUT /api/recruiter/fairness', { body: { asks, percent: share, level: Number(level) } });
    announce(t('fairness.saved', 'Saved.'));
    onSaved();
  });
  return (
    <section aria-labelledby="fair-settings">
      <h2 id="fair-settings">{t('fairness.settings', 'How it is measured')}</h2>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <div class="set-switch">
          <label for={switchId}>{t('fairness.asks', 'Ask candidates, after they have sent their interview')}</label>
          <Switch id={switchId} on={asks} onChange={ask} />
        </div>
        <TextField
          label={t('fairness.percent', 'Name a group whose share is under this many percent of the highest')}
          hint={t('fairness.percent.hint', '80 is the four-fifths rule of thumb.')}
          value={percent}
          onInput={setPercent}
          error={wrong ? t('fairness.percent.wrong', 'Enter a whole number from 50 to 100.') : undefined}
          inputMode="numeric"
          dir="ltr"
          maxLength={3}
        />
        <SelectField
          label={t('fairness.level', 'A card counts as reached when the middle of its levels is at least')}
          value={level}
          options={LEVELS.map((value) => ({ value, label: number(Number(value)) }))}
          onChange={setLevel}
        />
        <ProblemNotice problem={save.problem} />
        <div>
          <Button type="submit" busy={save.busy}>
            {t('fairness.save', 'Save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
