/** Several people at once: pasted lines, a problem beside each line that has one, and what became of each. */
import { useState } from 'preact/hooks';
import { api, asProblem } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, minus, warning } from '../../shared/icons.ts';
import { problemText } from '../../shared/problem-text.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { daysProblem } from './invite-input.ts';
import { LINES_MOST, type Line, type LineProblem, readLines } from './line-input.ts';

type Fate = { kind: 'sent' } | { kind: 'known' } | { kind: 'failed'; why: string };

interface Props {
  roleId: string;
  days: string;
  onDays: (days: string) => void;
  onInvited: () => void;
}

export function InviteLines({ roleId, days, onDays, onInvited }: Props) {
  const [pasted, paste] = useState('');
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map());
  const lines = readLines(pasted);
  const ready = lines.filter((line) => line.problem === null && !done(fates.get(line.email)));
  const toFix = lines.filter((line) => line.problem !== null).length;
  const tooMany = lines.length > LINES_MOST;
  const send = useAction(async () => {
    let sent = 0;
    for (const line of ready) {
      const fate = await inviteLine(roleId, line, Number(days));
      if (fate.kind === 'sent') sent += 1;
      setFates((before) => new Map(before).set(line.email, fate));
    }
    announce(t('lines.sent', '{n, plural, one {# invitation} other {# invitations}} sent.', { n: sent }));
    onInvited();
  });
  const why = tooMany
    ? t('lines.too-many', 'At most {n} lines at once.', { n: LINES_MOST })
    : ready.length === 0
      ? t('lines.nothing', 'No line is ready to be sent.')
      : daysProblem(days);
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (why === undefined) void send.run();
      }}
    >
      <TextField
        label={t('lines.label', 'One person a line: name, e-mail')}
        hint={t('lines.hint', 'Lines from a table work too. Nobody is invited twice, whatever the lines say.')}
        long
        rows={6}
        value={pasted}
        onInput={paste}
        placeholder={'Adaeze Nwosu, adaeze@example.com'}
      />
      <TextField
        label={t('invite.days', 'Link holds, in days')}
        value={days}
        onInput={onDays}
        error={daysProblem(days)}
        inputMode="numeric"
        dir="ltr"
      />
      {lines.length === 0 ? null : (
        <>
          <p class="sum">
            <span class="good">
              <Icon d={check} />
              {t('lines.ready', '{n} ready', { n: ready.length })}
            </span>
            {toFix === 0 ? null : (
              <span class="warn">
                <Icon d={warning} />
                {t('lines.to-fix', '{n} to fix', { n: toFix })}
              </span>
            )}
          </p>
          <ul class="lines">
            {[...lines]
              .sort((a, b) => Number(b.problem !== null) - Number(a.problem !== null))
              .slice(0, LINES_MOST)
              .map((line) => (
                <LineRow key={line.n} line={line} fate={fates.get(line.email)} />
              ))}
          </ul>
        </>
      )}
      <div class="form-act">
        <Button kind="main" type="submit" busy={send.busy} why={why}>
          {t('lines.send', 'Send {n, plural, one {# invitation} other {# invitations}}', { n: ready.length })}
        </Button>
      </div>
    </form>
  );
}

function LineRow({ line, fate }: { line: Line; fate: Fate | undefined }) {
  return (
    <li class={line.problem === null ? undefined : 'fix'}>
      <span class="dim">{line.n}</span>
      <span dir="auto">{line.name || line.text}</span>
      <span dir="ltr" class="muted">
        {line.email}
      </span>
      {line.problem === null ? <FateText fate={fate} /> : <span class="warn">{lineWords(line.problem)}</span>}
    </li>
  );
}

function FateText({ fate }: { fate: Fate | undefined }) {
  if (fate === undefined) return <span class="muted">{t('lines.is-ready', 'Ready')}</span>;
  switch (fate.kind) {
    case 'sent':
      return (
        <span class="good">
          <Icon d={check} small /> {t('lines.is-sent', 'Sent')}
        </span>
      );
    case 'known':
      return (
        <span class="muted">
          <Icon d={minus} small /> {t('lines.is-known', 'Left out: already invited')}
        </span>
      );
    case 'failed':
      return <span class="bad">{fate.why}</span>;
  }
}

function lineWords(problem: LineProblem): string {
  switch (problem) {
    case 'no-address':
      return t('lines.no-address', 'No address in this line');
    case 'wrong-address':
      return t('lines.wrong-address', 'The address is not complete');
    case 'no-name':
      return t('lines.no-name', 'No name in this line');
    case 'twice':
      return t('lines.twice', 'Stands above already');
  }
}

function done(fate: Fate | undefined): boolean {
  return fate?.kind === 'sent' || fate?.kind === 'known';
}

async function inviteLine(roleId: string, { name, email }: Line, days: number): Promise<Fate> {
  try {
    await api('POST /api/recruiter/roles/:role/invitations', { params: { role: roleId }, body: { name, email, days } });
    return { kind: 'sent' };
  } catch (error) {
    const problem = asProblem(error);
    return problem.code === 'already_invited'
      ? { kind: 'known' }
      : { kind: 'failed', why: problemText(problem).happened };
  }
}
