/** Arranges something for one candidate: chosen here, carried out at once, told by mail. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { minutes, number, percent } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { type Arranged, arrangementOf, type Draft, draftOf, isEmpty } from './arrangement.ts';
import './arrange.css';

interface Props {
  interviewId: string;
  /** What asked for it, if something did. */
  request: { id: string; kind: string } | null;
  name: string;
  onDone: () => void;
}

export function ArrangeForm(props: Props) {
  const { interviewId } = props;
  const now = useLoad(
    (signal) => api('GET /api/recruiter/interviews/:id/adjustments', { params: { id: interviewId }, signal }),
    [interviewId],
  );
  return (
    <Loaded of={now} what={t('arrange.loading', 'Looking what is arranged…')}>
      {(arranged) => <Choices key={arranged.number} {...props} arranged={arranged} reload={now.reload} />}
    </Loaded>
  );
}

const PERCENT = [25, 50, 75, 100];
const MINUTES = [5, 10, 15, 30];
const MINUTE_MS = 60_000;

function Choices({
  interviewId,
  request,
  name,
  onDone,
  arranged,
  reload,
}: Props & { arranged: Arranged; reload: () => void }) {
  const [draft, set] = useState<Draft>(() => {
    const before = draftOf(arranged.adjustments);
    return request?.kind === 'human' ? { ...before, person: true } : before;
  });
  const [message, write] = useState('');
  const [tried, setTried] = useState(false);
  const empty = isEmpty(draft);
  // Nothing chosen is an answer too, but then it needs words.
  const missing = empty && arranged.number === 0 && message.trim() === '';
  const save = useAction(async () => {
    setTried(true);
    if (missing) return;
    await api('PUT /api/recruiter/interviews/:id/adjustments', {
      params: { id: interviewId },
      body: { adjustments: arrangementOf(draft), seen: arranged.number, message, requestId: request?.id ?? null },
    });
    announce(t('arrange.done', 'Arranged. {name} was told by mail.', { name }));
    onDone();
  });
  const change = (part: Partial<Draft>) => set({ ...draft, ...part });
  return (
    <form
      class="answer-form arrange"
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      {arranged.open ? null : (
        <p class="muted">{t('arrange.over', 'The talk is over; nothing can be arranged for it.')}</p>
      )}
      <div class="arrange-grid">
        <SelectField
          label={t('arrange.time', 'More time')}
          value={draft.time}
          options={timeOptions(arranged.plan.minutes, draft.time)}
          onChange={(time) => change({ time })}
        />
        <SelectField
          label={t('arrange.breaks', 'Breaks')}
          value={draft.breaks}
          options={[
            { value: 'none', label: t('arrange.as-planned', 'As planned') },
            ...[4, 6, 8, 10, 12].map((n) => ({
              value: String(n),
              label: t('arrange.breaks.n', '{n} in all', { n: number(n) }),
            })),
          ]}
          onChange={(breaks) => change({ breaks })}
        />
        {draft.breaks === 'none' ? null : (
          <SelectField
            label={t('arrange.break-length', 'Each break up to')}
            value={draft.breakMinutes}
            options={[5, 10, 15, 20, 30].map((n) => ({ value: String(n), label: minutes(n * MINUTE_MS) }))}
            onChange={(breakMinutes) => change({ breakMinutes })}
          />
        )}
        <SelectField
          label={t('arrange.language', 'Language of the interview')}
          hint={t(
            'arrange.language.hint',
            'What the interviewer says and hears; questions stay as the plan words them.',
          )}
          value={draft.language}
          options={[
            { value: 'plan', label: t('arrange.as-planned', 'As planned') },
            { value: 'en', label: 'English' },
            { value: 'ar', label: 'العربية' },
            { value: 'hi', label: 'हिन्दी' },
          ]}
          onChange={(language) => change({ language })}
        />
        <Field label={t('arrange.until', 'Link open until')}>
          {(wiring) => (
            <input
              class="input"
              type="date"
              {...wiring}
              value={draft.until}
              onInput={(event) => change({ until: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Tick on={draft.textOnly} change={(textOnly) => change({ textOnly })}>
        {t('arrange.text-only', 'Answers in writing; nobody has to speak')}
      </Tick>
      <Tick on={draft.person} change={(person) => change({ person })}>
        {t('arrange.person', 'A person talks with {name} instead; the automated interview ends', { name })}
      </Tick>
      <TextField
        long
        rows={3}
        label={t('arrange.message', 'A word to {name}', { name })}
        hint={t(
          'arrange.hint',
          'Sent by mail with what you arrange, under your name. Whatever judges the answers is shown none of it.',
        )}
        value={message}
        onInput={write}
        error={tried && missing ? t('arrange.missing', 'Choose what you arrange, or write why not.') : undefined}
      />
      <ProblemNotice problem={save.problem} />
      {save.problem?.code === 'conflict' ? (
        <Button onClick={reload}>{t('arrange.see-other', 'See what was arranged meanwhile')}</Button>
      ) : null}
      <Button
        kind="main"
        type="submit"
        busy={save.busy}
        {...(arranged.open ? {} : { why: t('arrange.over', 'The talk is over; nothing can be arranged for it.') })}
      >
        {draft.person
          ? t('arrange.send.person', 'Offer a person and tell {name}', { name })
          : t('arrange.send', 'Arrange it and tell {name}', { name })}
      </Button>
    </form>
  );
}

/** The whole length each choice comes to stands beside it; what was arranged before in another way is there too. */
function timeOptions(planned: number, now: string): { value: string; label: string }[] {
  const all = [...PERCENT.map((n) => `p${n}`), ...MINUTES.map((n) => `m${n}`)];
  const values = all.includes(now) || now === 'none' ? all : [...all, now];
  return [
    { value: 'none', label: t('arrange.as-planned', 'As planned') },
    ...values.map((value) => {
      const amount = Number(value.slice(1));
      const whole = value.startsWith('p') ? planned * (1 + amount / 100) : planned + amount;
      const more = value.startsWith('p') ? `+${percent(amount / 100)}` : `+${minutes(amount * MINUTE_MS)}`;
      return { value, label: t('arrange.time.one', '{more}: {whole}', { more, whole: minutes(whole * MINUTE_MS) }) };
    }),
  ];
}

function Tick(props: { on: boolean; change: (on: boolean) => void; children: string }) {
  return (
    <label class="arrange-tick">
      <input
        class="tick"
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.change(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  );
}
