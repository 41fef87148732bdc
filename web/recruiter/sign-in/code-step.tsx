/** The code from the mail: sent on by itself when complete; a new one after a countdown. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { asciiDigits } from '../../../worker/text-rules.ts';
import { type ApiProblem, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { rich } from '../../shared/rich.tsx';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import type { Asked, Choice } from './sign-in-types.ts';
import { useCountdown } from './use-countdown.ts';

interface Props {
  asked: Asked;
  resendInMs: number;
  /** How long the code is that was sent. */
  digits: number;
  /** Mail is not delivered here but can be read in the browser. */
  mailbox: boolean;
  onBack: () => void;
  onSignedIn: () => void;
  onChoose: (choice: Choice) => void;
}

export function CodeStep({ asked, resendInMs, digits: sentDigits, mailbox, onBack, onSignedIn, onChoose }: Props) {
  const [code, setCode] = useState('');
  const [length, setLength] = useState(sentDigits);
  const input = useRef<HTMLInputElement>(null);
  const wait = useCountdown(resendInMs);
  const check = useAction(async (typed: string) => {
    const outcome = await api('POST /api/visitor/sign-in', { body: { ...asked, code: typed } });
    if (outcome.state === 'choose') onChoose(outcome);
    else onSignedIn();
  });
  const again = useAction(async () => {
    const sent = await api('POST /api/visitor/sign-in/code', { body: asked });
    wait.restart(sent.resendInMs);
    setLength(sent.digits);
    setCode('');
    check.clear();
    announce(t('sign-in.sent-again', 'A new code is on its way. Older ones no longer work.'));
    input.current?.focus();
  });
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (check.problem === null) return;
    setCode('');
    input.current?.focus();
  }, [check.problem]);
  const type = (typed: string) => {
    const digits = asciiDigits(typed).replaceAll(/\D/g, '').slice(0, length);
    setCode(digits);
    if (digits.length === length) void check.run(digits);
    else if (digits.length > 0) check.clear();
  };
  const error = codeError(check.problem);
  return (
    <>
      <div class="signin-head">
        <h1>{t('sign-in.code.title', 'Enter your code')}</h1>
        <p class="muted">
          {rich(
            'sign-in.code.sent',
            'If <b>{email}</b> belongs to a team in this region, a code is on its way there.',
            { b: (inner) => <b dir="ltr">{inner}</b> },
            { email: asked.email },
          )}
        </p>
        {mailbox ? (
          <p>
            {rich('sign-in.code.mailbox', 'On this installation mail is not sent out: <a>read it in the mailbox</a>.', {
              a: (inner) => (
                <a href={`/mailbox?region=${asked.region}`} target="_blank" rel="noreferrer">
                  {inner}
                </a>
              ),
            })}
          </p>
        ) : null}
      </div>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void check.run(code);
        }}
      >
        <Field label={t('sign-in.code', 'Code')} error={error ?? undefined}>
          {(wiring) => (
            <span class="code-field">
              <span class="code-boxes" aria-hidden="true">
                {Array.from({ length: length }, (_, index) => (
                  <span key={index} class={index === code.length ? 'at' : undefined}>
                    {code[index] ?? ''}
                  </span>
                ))}
              </span>
              <input
                {...wiring}
                ref={input}
                dir="ltr"
                inputMode="numeric"
                autocomplete="one-time-code"
                name="code"
                value={code}
                onInput={(event) => type(event.currentTarget.value)}
              />
            </span>
          )}
        </Field>
        <Button
          kind="main"
          type="submit"
          wide
          busy={check.busy}
          why={code.length < length ? t('sign-in.code.incomplete', 'Enter the whole code first.') : undefined}
        >
          {t('sign-in.enter', 'Sign in')}
        </Button>
        <ProblemNotice problem={error === null ? check.problem : null} />
        <ProblemNotice problem={again.problem} />
      </form>
      <div class="form-act">
        {wait.seconds > 0 ? (
          <span class="muted">
            {t('sign-in.again.wait', 'A new code in {n, plural, one {# second} other {# seconds}}', {
              n: wait.seconds,
            })}
          </span>
        ) : (
          <button class="link" type="button" onClick={() => void again.run()}>
            {t('sign-in.again', 'Send a new code')}
          </button>
        )}
        <button class="link" type="button" onClick={onBack}>
          {t('sign-in.other-address', 'Use another address')}
        </button>
      </div>
    </>
  );
}

function codeError(problem: ApiProblem | null): string | null {
  if (problem?.code === 'code_wrong') {
    return t('sign-in.code.wrong', 'That is not the code. {n, plural, one {# try} other {# tries}} left.', {
      n: Number(problem.detail ?? 0),
    });
  }
  if (problem?.code === 'code_spent' || problem?.code === 'invalid_input') {
    return t('sign-in.code.spent', 'This code can no longer be used. Send yourself a new one.');
  }
  return null;
}
