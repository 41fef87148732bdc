/** One criterion: name, weight, and five sentences that say what a person would say or do at each level. */
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { bin, warning } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { type Level, LevelMark } from '../../shared/ui/level-mark.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { GrowingText } from './growing-text.tsx';
import { changeCriterion, changeLevel, removeCriterion } from './plan-edits.ts';
import type { Criterion } from './plan-types.ts';
import { type Unheard, unheardIn } from './unheard-words.ts';
import type { Editing } from './use-plan.ts';

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];
const INDICATORS_MOST = 40;

interface Props {
  criterion: Criterion;
  at: string;
  editing: Editing;
  onRemoved: () => void;
}

export function CriterionEditor({ criterion, at, editing, onRemoved }: Props) {
  const { id } = criterion;
  const set = (part: Partial<Criterion>, field: string) =>
    editing.change((plan) => changeCriterion(plan, id, part), `criterion-${id}-${field}`);
  return (
    <div class="anchors" data-at={at} tabIndex={-1}>
      <div class="criterion-facts">
        <TextField
          label={t('criterion.name', 'What is judged')}
          value={criterion.name}
          maxLength={200}
          onInput={(name) => set({ name }, 'name')}
        />
        <TextField
          label={t('criterion.short', 'One word for it')}
          value={criterion.short}
          maxLength={16}
          onInput={(short) => set({ short }, 'short')}
        />
        <TextField
          label={t('criterion.weighs', 'Weight, %')}
          inputMode="numeric"
          dir="ltr"
          value={String(criterion.weight)}
          onInput={(typed) => set({ weight: Math.min(100, Math.max(0, Number.parseInt(typed, 10) || 0)) }, 'weight')}
        />
      </div>
      <p class="muted">{t('criterion.levels', 'Five sentences: what would a person say or do at each level?')}</p>
      <ol>
        {LEVELS.map((level) => {
          const index = level - 1;
          const sentence = criterion.levels[index] ?? '';
          const unheard = unheardIn(sentence);
          return (
            <li key={level}>
              <LevelMark level={level} />
              <GrowingText
                class="input anchor"
                label={t('criterion.level-n', 'Level {n}', { n: level })}
                at={`${at}/levels/${index}`}
                value={sentence}
                maxLength={600}
                describedBy={unheard === null ? undefined : `hint-${id}-${level}`}
                onInput={(text) => editing.change((plan) => changeLevel(plan, id, index, text), `level-${id}-${level}`)}
              />
              {unheard === null ? null : (
                <p class="anchor-hint" id={`hint-${id}-${level}`}>
                  <Icon d={warning} small />
                  {hint(unheard)}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <TextField
        label={t('criterion.indicators', 'Words that may be a sign of it, with commas between')}
        hint={t(
          'criterion.indicators.hint',
          'Used only where no model judges: a sentence with such a word is looked at as evidence. The word alone earns nothing.',
        )}
        long
        rows={2}
        value={criterion.indicators.join(', ')}
        onInput={(typed) =>
          set(
            {
              indicators: typed
                .split(',')
                .map((part, index) => (index === 0 ? part : part.replace(/^ /, '')).slice(0, 60))
                .slice(0, INDICATORS_MOST),
            },
            'indicators',
          )
        }
      />
      <p class="small">
        {t(
          'criterion.note',
          'Judged from words alone. Never from a face, an accent, a tone or a pace. Where the words say too little, the report says “not enough evidence”.',
        )}
      </p>
      <div>
        <Button
          kind="bad"
          icon={bin}
          onClick={() => {
            editing.change((plan) => removeCriterion(plan, id));
            onRemoved();
          }}
        >
          {t('criterion.remove', 'Remove this criterion')}
        </Button>
      </div>
    </div>
  );
}

function hint({ word, why }: Unheard): string {
  switch (why) {
    case 'unheard':
      return t('hint.unheard', '“{word}” can’t be heard in an answer. Say what the person does or says.', { word });
    case 'person':
      return t('hint.person', '“{word}” says who somebody is. Only what they say and do is judged here.', { word });
  }
}
