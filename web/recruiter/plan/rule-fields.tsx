/** One rule: when to ask on, and what to say then. */
import { t } from '../../shared/i18n.ts';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import type { Rule } from './plan-types.ts';

const WORDS_DEFAULT = 12;

interface Props {
  rule: Rule;
  n: number;
  onChange: (rule: Rule) => void;
}

export function RuleFields({ rule, n, onChange }: Props) {
  return (
    <div class="rule-fields">
      <SelectField
        label={t('rule.when', 'Rule {n}: ask on', { n })}
        value={rule.when}
        options={[
          { value: 'short', label: t('rule.short', 'when the answer is short') },
          { value: 'missing', label: t('rule.missing', 'when none of some words was said') },
          { value: 'always', label: t('rule.always', 'whatever was said') },
        ]}
        onChange={(when) => onChange(turned(rule, when))}
      />
      {rule.when === 'short' ? (
        <TextField
          label={t('rule.words', 'Shorter than this many words')}
          inputMode="numeric"
          dir="ltr"
          value={String(rule.words)}
          onInput={(typed) => onChange({ ...rule, words: Math.min(400, Math.max(1, Number.parseInt(typed, 10) || 1)) })}
        />
      ) : null}
      {rule.when === 'missing' ? (
        <TextField
          label={t('rule.terms', 'Words, with commas between')}
          value={rule.terms.join(', ')}
          onInput={(typed) => onChange({ ...rule, terms: termsIn(typed) })}
        />
      ) : null}
      <TextField
        label={t('rule.say', 'Then say')}
        value={rule.say}
        maxLength={600}
        onInput={(say) => onChange({ ...rule, say })}
      />
    </div>
  );
}

function turned(rule: Rule, when: Rule['when']): Rule {
  const { say } = rule;
  switch (when) {
    case 'short':
      return { when, words: WORDS_DEFAULT, say };
    case 'missing':
      return { when, terms: [], say };
    case 'always':
      return { when, say };
  }
}

/** The last word may still be in the making: its trailing space is kept so that a phrase can be typed. */
function termsIn(typed: string): string[] {
  const parts = typed.split(',').map((part, index) => (index === 0 ? part : part.replace(/^ /, '')));
  return parts.map((part) => part.slice(0, 60)).slice(0, 20);
}
