/** One section: its title, its questions, and its place. */
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { bin, chevronDown, chevronUp, plus } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { addQuestion, changeSection, moveSection, removeSection } from './plan-edits.ts';
import type { Section } from './plan-types.ts';
import { QuestionCard } from './question-card.tsx';
import type { Editing } from './use-plan.ts';

const QUESTIONS_MOST = 12;

interface Props {
  section: Section;
  index: number;
  last: boolean;
  editing: Editing;
  onCriterion: (id: string) => void;
}

export function SectionBlock({ section, index, last, editing, onCriterion }: Props) {
  const { change } = editing;
  const title = section.title || t('section.untitled', 'Section {n}', { n: index + 1 });
  return (
    <section class="section" aria-label={title}>
      <header>
        <span class="section-n">{index + 1}</span>
        <input
          class="bare section-title"
          aria-label={t('section.title', 'Title of section {n}', { n: index + 1 })}
          data-at={`/sections/${index}/title`}
          dir="auto"
          maxLength={200}
          placeholder={t('section.title.placeholder', 'What this section is about')}
          value={section.title}
          onInput={(event) => {
            const { value } = event.currentTarget;
            change((plan) => changeSection(plan, section.id, { title: value }), `section-${section.id}`);
          }}
        />
        <span class="section-act">
          <Button
            kind="quiet"
            square
            icon={chevronUp}
            onClick={() => change((plan) => moveSection(plan, section.id, -1))}
            why={index === 0 ? t('section.first', 'This is the first section already.') : undefined}
          >
            {t('section.up', 'Move section up: {title}', { title })}
          </Button>
          <Button
            kind="quiet"
            square
            icon={chevronDown}
            onClick={() => change((plan) => moveSection(plan, section.id, 1))}
            why={last ? t('section.last', 'This is the last section already.') : undefined}
          >
            {t('section.down', 'Move section down: {title}', { title })}
          </Button>
          <Button kind="quiet" square icon={bin} onClick={() => change((plan) => removeSection(plan, section.id))}>
            {t('section.remove', 'Remove section: {title}', { title })}
          </Button>
        </span>
      </header>
      <ol>
        {section.questions.map((question, q) => (
          <QuestionCard
            key={question.id}
            question={question}
            at={`/sections/${index}/questions/${q}`}
            name={t('question.name', 'Question {n} of {title}', { n: q + 1, title })}
            editing={editing}
            onCriterion={onCriterion}
          />
        ))}
      </ol>
      <button
        class="add-question"
        type="button"
        data-at={`/sections/${index}`}
        aria-disabled={section.questions.length >= QUESTIONS_MOST ? 'true' : undefined}
        onClick={() => {
          if (section.questions.length < QUESTIONS_MOST) change((plan) => addQuestion(plan, section.id));
        }}
      >
        <Icon d={plus} small />
        {section.questions.length >= QUESTIONS_MOST
          ? t('section.full', 'A section has at most {n} questions', { n: QUESTIONS_MOST })
          : t('section.add-question', 'Add a question')}
      </button>
    </section>
  );
}
