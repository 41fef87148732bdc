/** How a question is asked on: as written or following the answer, how often, and by which rules. */
import { t } from '../../shared/i18n.ts';
import { bin, plus } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import type { Question, Rule } from './plan-types.ts';
import { RuleFields } from './rule-fields.tsx';

const RULES_MOST = 6;
const BUDGETS = ['0', '1', '2', '3'] as const;

interface Props {
  question: Question;
  at: string;
  onChange: (part: Partial<Question>, field?: string) => void;
}

export function FollowUps({ question, at, onChange }: Props) {
  const { rules, budget } = question.followUps;
  const setRules = (next: Rule[], field?: string) =>
    onChange({ followUps: { ...question.followUps, rules: next } }, field);
  return (
    <div class="follow-ups">
      <div class="follow-row">
        <SelectField
          label={t('question.kind', 'How it is asked')}
          value={question.kind}
          options={[
            { value: 'scripted', label: t('question.kind.scripted', 'Exactly as written') },
            { value: 'adaptive', label: t('question.kind.adaptive', 'Following the answer') },
          ]}
          onChange={(kind) => onChange({ kind })}
        />
        <SelectField
          label={t('question.budget', 'Follow-ups at most')}
          value={BUDGETS[budget] ?? '0'}
          options={BUDGETS.map((value) => ({ value, label: value }))}
          onChange={(value) => onChange({ followUps: { ...question.followUps, budget: Number(value) } })}
        />
      </div>
      {rules.map((rule, index) => (
        <div class="rule" key={index} data-at={`${at}/followUps/rules/${index}`} tabIndex={-1}>
          <RuleFields
            rule={rule}
            n={index + 1}
            onChange={(next) =>
              setRules(
                rules.map((one, r) => (r === index ? next : one)),
                `rule-${question.id}-${index}`,
              )
            }
          />
          <Button kind="quiet" square icon={bin} onClick={() => setRules(rules.filter((_, r) => r !== index))}>
            {t('rule.remove', 'Remove rule {n}', { n: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          icon={plus}
          onClick={() => setRules([...rules, { when: 'always', say: '' }])}
          why={
            rules.length >= RULES_MOST
              ? t('rule.full', 'A question has at most {n} rules.', { n: RULES_MOST })
              : undefined
          }
        >
          {t('rule.add', 'Add a follow-up rule')}
        </Button>
      </div>
    </div>
  );
}
