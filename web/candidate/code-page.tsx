/** Six digits from the mail: one real field over six drawn boxes, so that pasting and screen readers just work. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { asciiDigits } from '../../worker/text-rules.ts';
import { type ApiProblem, api } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { chevronDown } from '../shared/icons.ts';
import { rich } from '../shared/rich.tsx';
import { Button } from '../shared/ui/button.tsx';
import { ProblemNotice } from '../shared/ui/problem-notice.tsx';
import { useAction } from '../shared/use-action.ts';
import { useTitle } from '../shared/use-title.ts';
import { Frame } from './frame.tsx';
import type { PageProps } from './page-props.ts';
import { Steps } from './steps.tsx';
import { useCountdown } from './use-countdown.ts';

const DIGITS = 6;

export function CodePage({ opened, reload }: PageProps) {
  const { facts, link } = opened;
  const [code, setCode] = useState('');
  const [told, setTold] = useState(false);
  const left = useCountdown();
  const asked = useRef(false);
  useTitle(t('code.title', 'Your code'), facts.tenant);
  const send = useAction(async () => {
    const { resendInMs } = await api('POST /api/visitor/link/code', { body: { link } });
    left.start(resendInMs);
  });
  const tell = useAction(async () => {
    await api('POST /api/visitor/link/wrong-address', { body: { link } });
    setTold(true);
  });
  const verify = useAction(async (digits: string) => {
    await api('POST /api/visitor/link/verify', { body: { link, code: digits } });
    reload();
  });
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void send.run();
  }, []);
  useEffect(() => {
    if (send.problem?.retryAfterS !== undefined) left.start(send.problem.retryAfterS * 1000);
  }, [send.problem]);
  const write = (value: string) => {
    const digits = asciiDigits(value).replaceAll(/\D/g, '').slice(0, DIGITS);
    setCode(digits);
    verify.clear();
    if (digits.length === DIGITS) void verify.run(digits);
  };
  return (
    <Frame tenant={facts.tenant}>
      <header class="head">
        <Steps at={1} name={t('code.step', 'your code')} />
        <h1>{t('code.h1', 'Check your mail')}</h1>
        <p class="lead">
          {rich(
            'code.lead',
            'We sent six digits to <b>{address}</b>, so that nobody else can open your interview.',
            { b: (inner) => <strong>{inner}</strong> },
            { address: facts.address },
          )}
        </p>
      </header>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (code.length === DIGITS) void verify.run(code);
        }}
      >
        <label class="label" for="code">
          {t('code.label', 'Code from the mail')}
        </label>
        <CodeField code={code} write={write} wrong={verify.problem !== null} />
        <p id="code-help" class="data muted">
          {t('code.help', 'You can paste it whole. It works for ten minutes.')}
        </p>
        <Wrong problem={verify.problem} />
        <ProblemNotice problem={send.problem?.code === 'too_many_requests' ? null : send.problem} />
        <div class="act act-gap">
          <Button kind="main" type="submit" busy={verify.busy}>
            {t('code.open', 'Open my interview')}
          </Button>
          {left.seconds > 0 ? (
            <p class="data muted">
              {t('code.wait', 'New code possible in {s, plural, one {# second} other {# seconds}}', {
                s: left.seconds,
              })}
            </p>
          ) : (
            <Button kind="text" busy={send.busy} onClick={() => void send.run()}>
              {t('code.again', 'Send a new code')}
            </Button>
          )}
        </div>
      </form>
      <section class="quiet">
        <details class="more">
          <summary>
            {t('code.nothing', 'Nothing in your inbox?')}
            <Icon d={chevronDown} />
          </summary>
          <p>
            {t(
              'code.nothing.text',
              'Look in spam for a mail from {tenant}. After the countdown you can send a new code; the old one then stops working.',
              { tenant: facts.tenant },
            )}
          </p>
        </details>
        <details class="more">
          <summary>
            {t('code.wrong-address', 'Wrong address?')}
            <Icon d={chevronDown} />
          </summary>
          <p>
            {t('code.wrong-address.text', 'Only {tenant} can change it, so that nobody can take your place.', {
              tenant: facts.tenant,
            })}{' '}
            {told ? (
              <span role="status">{t('code.wrong-address.told', 'They have been told.')}</span>
            ) : (
              <button type="button" class="link" onClick={() => void tell.run()}>
                {t('code.wrong-address.tell', 'Tell them that the address is wrong')}
              </button>
            )}
          </p>
          <ProblemNotice problem={tell.problem} />
        </details>
      </section>
    </Frame>
  );
}

function CodeField({ code, write, wrong }: { code: string; write: (value: string) => void; wrong: boolean }) {
  return (
    <div class="code">
      <div class="code-boxes" aria-hidden="true">
        {Array.from({ length: DIGITS }, (_, i) => (
          <i key={i} class={i === code.length ? 'next' : ''} />
        ))}
      </div>
      <input
        id="code"
        name="code"
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={DIGITS * 2}
        value={code}
        aria-describedby="code-help"
        aria-invalid={wrong}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </div>
  );
}

function Wrong({ problem }: { problem: ApiProblem | null }) {
  if (problem?.code !== 'code_wrong') return <ProblemNotice problem={problem} />;
  return (
    <p class="field-error" role="alert">
      {t(
        'code.not-it',
        'That is not the code. {left, plural, one {# try} other {# tries}} left before a new one is needed.',
        { left: Number(problem.detail ?? 0) },
      )}
    </p>
  );
}
