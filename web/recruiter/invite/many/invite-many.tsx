/** Many people at once: a file or pasted rows, a table in which problems are fixed, then the mails. */
import { t } from '../../../shared/i18n.ts';
import { Icon } from '../../../shared/icon.tsx';
import { check, minus, warning } from '../../../shared/icons.ts';
import { announce } from '../../../shared/ui/announcer.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ProblemNotice } from '../../../shared/ui/problem-notice.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { daysProblem } from '../invite-input.ts';
import { ColumnMapping } from './column-mapping.tsx';
import { PeopleSource } from './people-source.tsx';
import { PeopleTable } from './people-table.tsx';
import { countStates } from './row-state-rules.ts';
import { type Many, useMany } from './use-many.ts';
import './many.css';

interface Props {
  roleId: string;
  days: string;
  onDays: (days: string) => void;
  onInvited: () => void;
}

export function InviteMany({ roleId, days, onDays, onInvited }: Props) {
  const many = useMany({
    roleId,
    days: Number(days),
    onInvited: () => {
      announce(t('many.sent-said', 'The invitations are sent.'));
      onInvited();
    },
  });
  if (many.table === null) return <PeopleSource many={many} />;
  const counts = countStates(many.people, many.marks);
  const why = daysProblem(days) ?? (counts.ready === 0 ? t('lines.nothing', 'No row is ready to be sent.') : undefined);
  return (
    <form
      class="form many"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (why === undefined) void many.send.run();
      }}
    >
      <div class="many-top">
        <h2 dir="auto">{many.table.name ?? t('many.pasted', 'Pasted rows')}</h2>
        <Button onClick={many.clear} why={many.send.busy ? t('many.wait', 'Wait until all are sent.') : undefined}>
          {t('many.other', 'Another list')}
        </Button>
      </div>
      <Counts counts={counts} />
      <p class="muted">
        {t(
          'many.hint',
          'Fix a row here or leave it. What isn’t ready is not sent, and nobody is invited twice, whatever the list says.',
        )}
      </p>
      {many.columns.kinds.length < 2 ? null : <ColumnMapping many={many} />}
      <PeopleTable many={many} />
      <TextField
        label={t('invite.days', 'Link holds, in days')}
        value={days}
        onInput={onDays}
        error={daysProblem(days)}
        inputMode="numeric"
        dir="ltr"
      />
      <div class="many-send">
        <Button kind="main" type="submit" busy={many.send.busy} why={why}>
          {t('lines.send', '{n, plural, =0 {Send invitations} one {Send # invitation} other {Send # invitations}}', {
            n: counts.ready,
          })}
        </Button>
        <Progress progress={many.progress} />
      </div>
      <ProblemNotice problem={many.send.problem} />
    </form>
  );
}

function Counts({ counts }: { counts: ReturnType<typeof countStates> }) {
  return (
    <p class="sum" role="status">
      <span class="good">
        <Icon d={check} />
        {t('lines.ready', '{n} ready', { n: counts.ready })}
      </span>
      {counts.sent === 0 ? null : (
        <span class="good">
          <Icon d={check} />
          {t('many.sent', '{n} sent', { n: counts.sent })}
        </span>
      )}
      {counts.fix === 0 ? null : (
        <span class="warn">
          <Icon d={warning} />
          {t('lines.to-fix', '{n} to fix', { n: counts.fix })}
        </span>
      )}
      {counts.out === 0 ? null : (
        <span class="muted">
          <Icon d={minus} />
          {t('many.out', '{n} left out', { n: counts.out })}
        </span>
      )}
    </p>
  );
}

function Progress({ progress }: { progress: Many['progress'] }) {
  if (progress === null) return null;
  return (
    <span class="many-progress" role="status">
      <progress max={progress.of} value={progress.done} aria-label={t('many.progress.name', 'Invitations sent')} />
      {t('many.progress', '{done} of {n} sent', { done: progress.done, n: progress.of })}
    </span>
  );
}
