/** What a plan still needs, in words, and the way to the field. */
import { t } from '../../shared/i18n.ts';
import type { Gap, Plan, PrivateQuestion } from './plan-types.ts';

export function gapWords({ code, pointer }: Gap, plan: Plan): string {
  const [, part, index, , inner] = pointer.split('/');
  const n = Number(index) + 1;
  const section = part === 'sections' ? plan.sections[Number(index)] : undefined;
  const criterion = plan.rubric.criteria[Number(pointer.split('/')[3])];
  const where = section?.title || t('gap.section', 'section {n}', { n });
  const what = criterion?.name || t('gap.criterion', 'a criterion without a name');
  switch (code) {
    case 'no-title':
      return t('gap.no-title', 'The plan has no title');
    case 'no-sections':
      return t('gap.no-sections', 'There is no section yet');
    case 'no-questions':
      return t('gap.no-questions', '{where} asks nothing yet', { where });
    case 'too-many-questions':
      return t('gap.too-many', 'There are too many questions for one interview');
    case 'section-untitled':
      return t('gap.untitled', 'Section {n} has no title', { n });
    case 'question-empty':
      return t('gap.question', 'A question in {where} is empty', { where });
    case 'rule-empty':
      return t('gap.rule', 'A follow-up in {where} is not complete: {n, plural, other {question #}}', {
        where,
        n: Number(inner ?? 0) + 1,
      });
    case 'no-criteria':
      return t('gap.no-criteria', 'The rubric has no criterion yet');
    case 'criterion-unnamed':
      return t('gap.unnamed', 'A criterion needs a name and a short name');
    case 'level-empty':
      return t('gap.level', '{what}: level {n} has no sentence', { what, n: Number(pointer.split('/').at(-1)) + 1 });
    case 'weights':
      return t('gap.weights', 'The weights do not add up to 100');
    case 'weight-zero':
      return t('gap.weight', '{what} weighs nothing', { what });
    case 'never-asked':
      return t('gap.never-asked', 'No question asks for evidence of {what}', { what });
    case 'unknown-criterion':
      return t('gap.unknown', 'A question in {where} is evidence for a criterion that is gone', { where });
    case 'same-id':
      return t('gap.same', 'Two questions in {where} are the same one', { where });
    case 'too-long':
      return t('gap.too-long', 'A text in the plan is too long');
  }
}

/** What a question seems to ask that is nobody's business in an interview. */
export function privateWords(trait: PrivateQuestion['trait']): string {
  switch (trait) {
    case 'age':
      return t('private.age', 'This seems to ask how old somebody is.');
    case 'family':
      return t('private.family', 'This seems to ask about somebody’s family.');
    case 'religion':
      return t('private.religion', 'This seems to ask what somebody believes.');
    case 'origin':
      return t('private.origin', 'This seems to ask where somebody comes from.');
    case 'health':
      return t('private.health', 'This seems to ask about somebody’s health.');
    case 'gender':
      return t('private.gender', 'This seems to ask about somebody’s gender or whom they love.');
    case 'politics':
      return t('private.politics', 'This seems to ask about somebody’s politics.');
    case 'money':
      return t('private.money', 'This seems to ask what somebody earned before.');
  }
}

/** Goes to the field that a pointer names, or to the nearest thing around it. */
export function goTo(pointer: string): void {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const field = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(at)}"]`);
    if (field === null) continue;
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
    return;
  }
}
