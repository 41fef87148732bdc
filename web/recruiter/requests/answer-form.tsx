/** Answers one request; the candidate gets the words by mail, and they stay on the report. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';

export function AnswerForm(props: { requestId: string; name: string; onAnswered: () => void }) {
  const { requestId, name, onAnswered } = props;
  const [answer, write] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAction(async () => {
    setTried(true);
    if (answer.trim() === '') return;
    await api('POST /api/recruiter/requests/:request/answer', { params: { request: requestId }, body: { answer } });
    announce(t('answer.done', 'Answer sent to {name}.', { name }));
    onAnswered();
  });
  return (
    <form
      class="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send.run();
      }}
    >
      <Field
        label={t('answer.label', 'Your answer to {name}', { name })}
        hint={t('answer.hint', 'Sent by mail under your name, and kept on the report.')}
        error={
          tried && answer.trim() === '' ? t('answer.missing', 'Write what {name} should know.', { name }) : undefined
        }
      >
        {(wiring) => (
          <textarea
            class="input"
            rows={3}
            {...wiring}
            value={answer}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNotice problem={send.problem} />
      <Button type="submit" busy={send.busy}>
        {t('answer.send', 'Send answer')}
      </Button>
    </form>
  );
}
