/** The rubric: its criteria with their weights, and the one that is being written. */
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { plus } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { CriterionEditor } from './criterion-editor.tsx';
import { addCriterion, questionsOf, spreadWeights, weightOf } from './plan-edits.ts';
import type { Editing } from './use-plan.ts';

const CRITERIA_MOST = 12;

interface Props {
  editing: Editing;
  shown: string | null;
  onShow: (id: string | null) => void;
}

export function RubricPane({ editing, shown, onShow }: Props) {
  const { content, change } = editing;
  const { criteria } = content.rubric;
  const total = weightOf(content);
  const current = criteria.find((one) => one.id === shown) ?? criteria[0];
  const questions = questionsOf(content);
  const add = () => {
    const { plan, id } = addCriterion(content);
    change(() => plan);
    onShow(id);
  };
  return (
    <section class="rubric" aria-labelledby="rubric-h">
      <header class="pane-head">
        <h2 id="rubric-h">{t('rubric.title', 'Rubric')}</h2>
        {criteria.length === 0 ? null : total === 100 ? (
          <span>{t('rubric.whole', 'weights add up to 100 %')}</span>
        ) : (
          <span class="warn">
            {t('rubric.sum', 'weights add up to {n} %', { n: number(total) })}{' '}
            <button class="link" type="button" onClick={() => change(spreadWeights)}>
              {t('rubric.spread', 'Make them equal')}
            </button>
          </span>
        )}
      </header>
      <ul class="weights" data-at="/rubric/criteria" tabIndex={-1}>
        {criteria.map((criterion) => {
          const asked = questions.filter((one) => one.evidenceFor.includes(criterion.id)).length;
          return (
            <li key={criterion.id}>
              <button
                type="button"
                aria-current={criterion.id === current?.id ? 'true' : undefined}
                onClick={() => onShow(criterion.id)}
              >
                <span dir="auto">{criterion.name || t('criterion.unnamed', 'Without a name')}</span>
                <span class={asked === 0 ? 'warn' : 'dim'}>
                  {t('rubric.asked', '{n, plural, =0 {not asked} one {# question} other {# questions}}', { n: asked })}
                </span>
                <span class="weight">{t('rubric.weight', '{n} %', { n: number(criterion.weight) })}</span>
              </button>
            </li>
          );
        })}
        <li>
          <Button
            kind="text"
            icon={plus}
            onClick={add}
            why={
              criteria.length >= CRITERIA_MOST
                ? t('rubric.full', 'A rubric has at most {n} criteria.', { n: CRITERIA_MOST })
                : undefined
            }
          >
            {t('rubric.add', 'Add a criterion')}
          </Button>
        </li>
      </ul>
      {current === undefined ? (
        <p class="anchors muted">
          {t(
            'rubric.none',
            'A criterion is what you want to learn about a person, with five sentences that say what each level sounds like.',
          )}
        </p>
      ) : (
        <CriterionEditor
          key={current.id}
          criterion={current}
          at={`/rubric/criteria/${criteria.indexOf(current)}`}
          editing={editing}
          onRemoved={() => onShow(null)}
        />
      )}
    </section>
  );
}
