/** The limits of the interview as chips; pressing one opens all of them. */
import { useState } from 'preact/hooks';
import { minutes } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { clock } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import type { Plan } from './plan-types.ts';
import type { Editing } from './use-plan.ts';

const MINUTE_MS = 60_000;
const TOTALS = [10, 15, 20, 25, 30, 40, 45, 60, 90];
const EACH = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20];

export function PlanLimits({ editing }: { editing: Editing }) {
  const [open, setOpen] = useState(false);
  const { limits, patience, language } = editing.content;
  const chips = [
    minutes(limits.totalMs),
    t('limits.each', '{time} a question', { time: minutes(limits.questionMs) }),
    languageWord(language),
    patience === 'patient' ? t('limits.patient', 'Patient with pauses') : t('limits.normal', 'Normal pauses'),
  ];
  return (
    <>
      <ul class="chips" aria-label={t('limits.title', 'Limits of the interview')}>
        {chips.map((chip, index) => (
          <li key={index}>
            <button class="chip" type="button" onClick={() => setOpen(true)}>
              {index === 0 ? <Icon d={clock} small /> : null}
              {chip}
            </button>
          </li>
        ))}
      </ul>
      {open ? <LimitsDialog editing={editing} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function LimitsDialog({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { content, change } = editing;
  const set = (part: Partial<Plan>, field = '') => change((plan) => ({ ...plan, ...part }), field);
  const time = (values: number[], ms: number) =>
    [...new Set([...values, ms / MINUTE_MS])]
      .sort((a, b) => a - b)
      .map((n) => ({ value: String(n), label: minutes(n * MINUTE_MS) }));
  return (
    <Dialog
      title={t('limits.title', 'Limits of the interview')}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={onClose}>
          {t('limits.done', 'Done')}
        </Button>
      }
    >
      <div class="form">
        <TextField
          label={t('limits.name', 'Title, as candidates see it')}
          value={content.title}
          maxLength={200}
          onInput={(title) => set({ title }, 'title')}
        />
        <SelectField
          label={t('limits.total', 'The whole interview')}
          hint={t('limits.total.hint', 'Time lost through a fault of ours is given back.')}
          value={String(content.limits.totalMs / MINUTE_MS)}
          options={time(TOTALS, content.limits.totalMs)}
          onChange={(n) => set({ limits: { ...content.limits, totalMs: Number(n) * MINUTE_MS } })}
        />
        <SelectField
          label={t('limits.question', 'One question with its follow-ups')}
          value={String(content.limits.questionMs / MINUTE_MS)}
          options={time(EACH, content.limits.questionMs)}
          onChange={(n) => set({ limits: { ...content.limits, questionMs: Number(n) * MINUTE_MS } })}
        />
        <SelectField
          label={t('limits.patience', 'Pauses')}
          hint={t(
            'limits.patience.hint',
            'How long a silence may be before the answer counts as finished. Candidates can change it for themselves.',
          )}
          value={content.patience}
          options={[
            { value: 'patient', label: t('limits.patient', 'Patient with pauses') },
            { value: 'normal', label: t('limits.normal', 'Normal pauses') },
          ]}
          onChange={(patience) => set({ patience })}
        />
        <SelectField
          label={t('limits.language', 'Language of the questions')}
          value={content.language}
          options={(['en', 'ar', 'hi'] as const).map((value) => ({ value, label: languageWord(value) }))}
          onChange={(language) => set({ language })}
        />
      </div>
    </Dialog>
  );
}

function languageWord(language: Plan['language']): string {
  switch (language) {
    case 'en':
      return t('language.en', 'English');
    case 'ar':
      return t('language.ar', 'Arabic');
    case 'hi':
      return t('language.hi', 'Hindi');
  }
}
