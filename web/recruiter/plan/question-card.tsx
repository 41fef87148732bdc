/** One question: its words, editable where they stand; how it is asked on; what an answer is evidence for. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { bin, chevronDown, chevronUp, more, warning } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { FollowUps } from './follow-ups.tsx';
import { privateWords } from './gap-words.ts';
import { GrowingText } from './growing-text.tsx';
import { changeQuestion, moveQuestion, removeQuestion } from './plan-edits.ts';
import type { Question } from './plan-types.ts';
import type { Editing } from './use-plan.ts';

interface Props {
  question: Question;
  at: string;
  name: string;
  editing: Editing;
  onCriterion: (id: string) => void;
}

export function QuestionCard({ question, at, name, editing, onCriterion }: Props) {
  const [open, toggle] = useState(question.text === '');
  const { content, change } = editing;
  const { criteria } = content.rubric;
  const set = (part: Partial<Question>, field = '') => change((plan) => changeQuestion(plan, question.id, part), field);
  const move = (by: -1 | 1) => {
    const hand = controlInHand(question.id);
    change((plan) => moveQuestion(plan, question.id, by));
    // In another section the card is a new one; whoever moves it goes on where they were.
    setTimeout(() => controlOf(question.id, hand)?.focus(), 0);
  };
  const asks = editing.privateQuestions.find(({ pointer }) => pointer === at);
  const known = question.evidenceFor.flatMap((id) => criteria.find((one) => one.id === id) ?? []);
  return (
    <li
      class={open ? 'q-card open' : 'q-card'}
      data-question={question.id}
      onKeyDown={(event) => {
        if (!event.altKey || (event.code !== 'ArrowUp' && event.code !== 'ArrowDown')) return;
        event.preventDefault();
        move(event.code === 'ArrowUp' ? -1 : 1);
      }}
    >
      <GrowingText
        class="bare ask"
        label={name}
        at={`${at}/text`}
        value={question.text}
        maxLength={600}
        placeholder={t('question.placeholder', 'What do you want to ask?')}
        onInput={(text) => set({ text }, `question-${question.id}`)}
      />
      <span class="q-act">
        <Button kind="quiet" square icon={chevronUp} onClick={() => move(-1)}>
          {t('question.up', 'Move up: {name}', { name })}
        </Button>
        <Button kind="quiet" square icon={chevronDown} onClick={() => move(1)}>
          {t('question.down', 'Move down: {name}', { name })}
        </Button>
        <button
          class="btn btn-quiet btn-square"
          type="button"
          aria-expanded={open}
          title={t('question.more', 'How it is asked')}
          onClick={() => toggle(!open)}
        >
          <Icon d={more} bold />
          <span class="vh">{t('question.more.of', 'How it is asked: {name}', { name })}</span>
        </button>
      </span>
      <p class="how">{howAsked(question)}</p>
      {asks === undefined ? null : (
        <p class="q-private">
          <Icon d={warning} small />
          {privateWords(asks.trait)}
        </p>
      )}
      {open ? (
        <div class="q-open" data-at={at} tabIndex={-1}>
          <FollowUps question={question} at={at} onChange={set} />
          <fieldset class="chips" data-at={`${at}/evidenceFor`} tabIndex={-1}>
            <legend>{t('question.evidence', 'Evidence for')}</legend>
            {criteria.map((criterion) => (
              <label class="chip" key={criterion.id}>
                <input
                  class="tick"
                  type="checkbox"
                  checked={question.evidenceFor.includes(criterion.id)}
                  onChange={(event) => {
                    const others = question.evidenceFor.filter((id) => id !== criterion.id);
                    set({ evidenceFor: event.currentTarget.checked ? [...others, criterion.id] : others });
                  }}
                />
                {criterion.name || t('criterion.unnamed', 'Without a name')}
              </label>
            ))}
          </fieldset>
          <div>
            <Button kind="bad" icon={bin} onClick={() => change((plan) => removeQuestion(plan, question.id))}>
              {t('question.remove', 'Remove this question')}
            </Button>
          </div>
        </div>
      ) : (
        <p class="for">
          {known.length === 0
            ? t('question.not-judged', 'Not judged: a gentle start')
            : t('question.evidence', 'Evidence for')}
          {known.map((criterion) => (
            <button class="tag crit" type="button" key={criterion.id} onClick={() => onCriterion(criterion.id)}>
              {criterion.short || criterion.name}
            </button>
          ))}
          {question.source === undefined ? null : (
            <span class="from" dir="auto">
              {t('question.from', 'from “{phrase}”', { phrase: question.source })}
            </span>
          )}
        </p>
      )}
    </li>
  );
}

function controlsOf(questionId: string): HTMLElement[] {
  const card = document.querySelector(`[data-question="${CSS.escape(questionId)}"]`);
  return [...(card?.querySelectorAll<HTMLElement>('.ask, .q-act .btn') ?? [])];
}

function controlInHand(questionId: string): number {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? controlsOf(questionId).indexOf(activeElement) : -1;
}

function controlOf(questionId: string, index: number): HTMLElement | undefined {
  return controlsOf(questionId)[Math.max(0, index)];
}

function howAsked({ kind, followUps }: Question): string {
  const budget = followUps.rules.length === 0 ? 0 : followUps.budget;
  return kind === 'scripted'
    ? t(
        'question.how.scripted',
        'Asked as written, {n, plural, =0 {no follow-up} one {one follow-up} other {up to # follow-ups}}',
        { n: budget },
      )
    : t(
        'question.how.adaptive',
        'Follows the answer, {n, plural, =0 {no follow-up} one {one follow-up} other {up to # follow-ups}}',
        { n: budget },
      );
}
