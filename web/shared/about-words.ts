/** The fairness questions and their answers in words, for whoever answers and for whoever reads the counts. */
import type { Answers } from '../../worker/domain/fairness/questions-rules.ts';
import { t } from './i18n.ts';

export type Question = keyof Answers;

export const QUESTIONS: readonly Question[] = ['gender', 'born', 'background', 'disability'];

export const OPTIONS: { [Q in Question]: readonly Answers[Q][] } = {
  gender: ['unsaid', 'woman', 'man', 'non-binary', 'other'],
  born: ['unsaid', '2000-or-later', '1990-1999', '1980-1989', '1970-1979', 'before-1970'],
  background: ['unsaid', 'minority', 'majority', 'unsure'],
  disability: ['unsaid', 'yes', 'no'],
};

export const NOTHING_SAID: Answers = { gender: 'unsaid', born: 'unsaid', background: 'unsaid', disability: 'unsaid' };

/** As it is put to the candidate. */
export function questionText(question: Question): string {
  switch (question) {
    case 'gender':
      return t('about.gender', 'Your gender');
    case 'born':
      return t('about.born', 'When you were born');
    case 'background':
      return t('about.background', 'Do you belong to an ethnic minority where you live?');
    case 'disability':
      return t('about.disability', 'Do you live with a disability or a lasting health condition?');
  }
}

/** As the counts are headed. */
export function questionName(question: Question): string {
  switch (question) {
    case 'gender':
      return t('about.name.gender', 'By gender');
    case 'born':
      return t('about.name.born', 'By age');
    case 'background':
      return t('about.name.background', 'By ethnic background');
    case 'disability':
      return t('about.name.disability', 'By disability');
  }
}

export function answerWord(question: Question, answer: string): string {
  if (answer === 'unsaid') return t('about.unsaid', 'Prefer not to say');
  switch (question) {
    case 'gender':
      return genderWord(answer);
    case 'born':
      return bornWord(answer);
    case 'background':
      if (answer === 'minority') return t('about.minority', 'Yes, to a minority');
      return answer === 'majority' ? t('about.majority', 'No, to the majority') : t('about.unsure', 'Not sure');
    case 'disability':
      return answer === 'yes' ? t('about.yes', 'Yes') : t('about.no', 'No');
  }
}

function genderWord(answer: string): string {
  switch (answer) {
    case 'woman':
      return t('about.woman', 'Woman');
    case 'man':
      return t('about.man', 'Man');
    case 'non-binary':
      return t('about.non-binary', 'Non-binary');
    default:
      return t('about.other', 'In another way');
  }
}

function bornWord(answer: string): string {
  switch (answer) {
    case 'before-1970':
      return t('about.before-1970', 'Before 1970');
    case '1970-1979':
      return t('about.1970s', '1970 to 1979');
    case '1980-1989':
      return t('about.1980s', '1980 to 1989');
    case '1990-1999':
      return t('about.1990s', '1990 to 1999');
    default:
      return t('about.2000s', '2000 or later');
  }
}
