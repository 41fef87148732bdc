/** The fairness questions: every one may be left as it stands, and none is about the interview. */
import { useState } from 'preact/hooks';
import type { Answers } from '../../../worker/domain/fairness/questions-rules.ts';
import { answerWord, NOTHING_SAID, OPTIONS, QUESTIONS, type Question, questionText } from '../../shared/about-words.ts';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { useAction } from '../../shared/use-action.ts';

interface Props {
  said: Answers | null;
  onSaved: () => void;
  /** What stands beside the button that sends. */
  other: { label: string; act: () => void };
}

export function AboutForm({ said, onSaved, other }: Props) {
  const [answers, change] = useState<Answers>(said ?? NOTHING_SAID);
  const save = useAction(async () => {
    await api('PUT /api/candidate/about-you', { body: answers });
    onSaved();
  });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      {QUESTIONS.map((question) => (
        <One key={question} question={question} answers={answers} change={change} />
      ))}
      <ProblemNotice problem={save.problem} />
      <div class="act">
        <Button type="submit" busy={save.busy}>
          {t('about.send', 'Save these answers')}
        </Button>
        <Button kind="text" onClick={other.act}>
          {other.label}
        </Button>
      </div>
    </form>
  );
}

function One<Q extends Question>({
  question,
  answers,
  change,
}: {
  question: Q;
  answers: Answers;
  change: (next: Answers) => void;
}) {
  return (
    <SelectField<Answers[Q]>
      label={questionText(question)}
      value={answers[question]}
      options={OPTIONS[question].map((value) => ({ value, label: answerWord(question, value) }))}
      onChange={(value) => change({ ...answers, [question]: value })}
    />
  );
}
