/** The question in writing; it never moves while it is answered. */
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';

export function Question({ view }: { view: View }) {
  const { question, utterance } = view;
  // Words of its own come a moment after their turn.
  const ownWords = utterance !== null && utterance.text !== '';
  const followUp =
    ownWords && (utterance.kind === 'follow-up' || (utterance.kind === 'repeat' && utterance.text !== question?.text));
  const number = question?.number ?? 0;
  return (
    <section class="ask" aria-labelledby="question">
      <p class="eyebrow">
        {question === null
          ? t('room.opening', 'Welcome')
          : followUp
            ? t('room.follow-up', 'Follow-up to question {number}', { number })
            : t('room.question', 'Question {number}', { number })}
      </p>
      <h1 id="question" class="question" dir="auto" lang={question === null ? undefined : view.language}>
        {question === null ? t('room.begins', 'Your interview begins') : followUp ? utterance.text : question.text}
      </h1>
    </section>
  );
}
