/** What waits: decisions by the promised day, and people who asked something. */
import type { ComponentChildren } from 'preact';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { clock, warning } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { dueInWords, type Urgency, urgency } from '../due-dates.ts';
import { type MeAnswer, mayEdit, mayJudge, useMe } from '../me.ts';
import { reportPath, rolePath } from '../paths.ts';
import type { Ask, Home } from './home-types.ts';

export function DecisionsDue({ decisions, now }: { decisions: Home['decisions']; now: Date }) {
  const me = useMe();
  const roleIds = new Set(decisions.rows.map(({ role }) => role.id));
  const [first] = decisions.rows;
  const one =
    roleIds.size === 1 && first !== undefined && decisions.rows.length === decisions.total ? first.role : null;
  return (
    <Queue
      id="decisions"
      title={t('home.decisions', 'Decisions due')}
      total={decisions.total}
      note={one === null ? null : t('home.decisions.role', 'all for {role}', { role: one.title })}
      more={
        first === undefined
          ? null
          : { href: rolePath(first.role.id), label: t('home.decisions.all', 'Open the pipeline') }
      }
      none={t('home.decisions.none', 'No report waits for a decision.')}
    >
      {decisions.rows.map((row, index) => {
        const pressing = row.dueAt === null ? 'later' : urgency(row.dueAt, now, me.tenant.zone);
        return (
          <Row
            key={row.id}
            href={reportPath(row.id)}
            name={row.name}
            says={
              row.state === 'human-requested'
                ? t('home.asked-person', 'Asked for a person instead of the interview')
                : row.headline || row.role.title
            }
            due={
              row.dueAt === null ? t('home.due.none', 'No date promised') : dueInWords(row.dueAt, now, me.tenant.zone)
            }
            pressing={pressing}
            act={index === 0 ? firstAct(me) : t('home.open', 'Open')}
            main={index === 0 && mayJudge(me)}
          />
        );
      })}
    </Queue>
  );
}

/** What this member can do with the first of them. */
function firstAct(me: MeAnswer): string {
  if (mayEdit(me)) return t('home.decide', 'Decide now');
  return mayJudge(me) ? t('home.judge', 'Give levels') : t('home.open', 'Open');
}

export function WaitingForAnswer({ requests, now }: { requests: Home['requests']; now: Date }) {
  const me = useMe();
  return (
    <Queue
      id="requests"
      title={t('home.requests', 'People waiting for your answer')}
      total={requests.total}
      note={null}
      more={{ href: '/app/requests', label: t('home.requests.all', 'All requests') }}
      none={t('home.requests.none', 'Nobody has an open question or request.')}
    >
      {requests.rows.map((row) => (
        <Row
          key={row.id}
          href="/app/requests"
          name={row.name}
          says={askInWords(row)}
          due={dueInWords(row.dueAt, now, me.tenant.zone)}
          pressing={urgency(row.dueAt, now, me.tenant.zone)}
          act={mayEdit(me) ? t('home.answer', 'Answer') : t('home.open', 'Open')}
        />
      ))}
    </Queue>
  );
}

interface QueueProps {
  id: string;
  title: string;
  total: number;
  note: string | null;
  more: { href: string; label: string } | null;
  none: string;
  children: ComponentChildren[];
}

function Queue({ id, title, total, note, more, none, children }: QueueProps) {
  return (
    <section class="queue" aria-labelledby={`queue-${id}`}>
      <header>
        <h2 id={`queue-${id}`}>{title}</h2>
        <span>{number(total)}</span>
        {note === null ? null : <span>{note}</span>}
        {more === null || total === 0 ? null : <a href={more.href}>{more.label}</a>}
      </header>
      {total === 0 ? <p class="queue-none">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}

interface RowProps {
  href: string;
  name: string;
  says: string;
  due: string;
  pressing: Urgency;
  act: string;
  main?: boolean;
}

const TONE: Record<Urgency, string> = { late: ' bad', soon: ' warn', later: '' };

function Row({ href, name, says, due, pressing, act, main }: RowProps) {
  return (
    <li>
      <a class="queue-name" href={href} dir="auto">
        {name}
      </a>
      <p dir="auto">{says}</p>
      <span class={`queue-due${TONE[pressing]}`}>
        {pressing === 'later' ? null : <Icon d={pressing === 'late' ? warning : clock} small />}
        <bdi class="nowrap">{due}</bdi>
      </span>
      <Button kind={main ? 'main' : 'quiet'} href={href} class="queue-act">
        {act}
        <span class="vh">{name}</span>
      </Button>
    </li>
  );
}

function askInWords({ kind, text }: Ask): string {
  switch (kind) {
    case 'human':
      return t('home.ask.human', 'Asks for a person instead of the interview');
    case 'adjustment':
      return t('home.ask.adjustment', 'Asks for an adjustment: {text}', { text });
    case 'review':
      return t('home.ask.review', 'Wants a person to look at the result again');
    case 'question':
      return t('home.ask.question', '“{text}”', { text });
  }
}
