/** Where an interview stands right now, in one line. */
import type { Answer } from '../shared/api.ts';
import { timeLeft } from '../shared/format.ts';
import { t } from '../shared/i18n.ts';

type Live = Answer<'GET /api/recruiter/interviews/:id/progress'>['live'];

/** `asked`: what the last saved turn says, for when the session itself does not answer. */
export function liveText(live: Live, asked: { questionNumber: number; questionCount: number }): string {
  if (live === null) {
    return asked.questionCount === 0
      ? t('live.begun', 'Has begun')
      : t('live.question', 'At question {n} of {count}', { n: asked.questionNumber, count: asked.questionCount });
  }
  const place = t('live.place', 'In section {section} of {sections}, question {question} of {questions}', {
    section: live.section,
    sections: live.sections,
    question: live.question,
    questions: live.questions,
  });
  const line = live.line === 'here' ? t('live.here', 'line is good') : t('live.lost', 'line lost, the clock waits');
  return live.remainingMs === null
    ? t('live.two', '{place}, {line}', { place, line })
    : t('live.three', '{place}, {line}. {left}', { place, line, left: timeLeft(live.remainingMs) });
}
