/** What happens next and by when. */
import '../later.css';
import { dayAndTime, longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { Frame } from '../frame.tsx';
import type { OwnInterview } from '../link.ts';
import type { PageProps } from '../page-props.ts';

export function DonePage({ opened }: PageProps) {
  const { own, facts } = opened;
  useTitle(t('done.title', 'Done'), facts.tenant);
  if (own === null) return null;
  const { title, lead } = words(own);
  return (
    <Frame tenant={facts.tenant} dataHref="#data">
      <header class="head">
        {own.endedAt === null ? null : (
          <p class="tag good big">
            <Icon d={check} />
            {t('done.sent', 'Sent {when}', { when: dayAndTime(own.endedAt) })}
          </p>
        )}
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      {own.state === 'withdrawn' || own.state === 'human-requested' ? null : <Next own={own} />}
      <div class="act">
        <Button kind="main" href="#data">
          {t('done.data', 'See or change my data')}
        </Button>
      </div>
      <p class="small after-act">{t('done.close', 'You can close this page.')}</p>
    </Frame>
  );
}

function Next({ own }: { own: OwnInterview }) {
  return (
    <section class="sub" aria-labelledby="next">
      <h2 id="next">{t('done.next', 'What happens next')}</h2>
      <ol class="path">
        <li class="past">
          <p class="when">{t('done.today', 'Now')}</p>
          <div>
            <p>
              <b>{t('done.words', 'Your words are with {tenant}', { tenant: own.tenant })}</b>
            </p>
            <p class="muted">
              {t('done.words.more', 'Rules take notes, each with the sentence of yours it rests on.')}
            </p>
          </div>
        </li>
        <li>
          <p class="when">{due(own)}</p>
          <div>
            <p>
              <b>{t('done.decides', 'A person decides, and you hear it by mail')}</b>
            </p>
            <p class="muted">{t('done.decides.more', 'With a name under it, and a way to ask for a second look.')}</p>
          </div>
        </li>
      </ol>
    </section>
  );
}

function due(own: OwnInterview): string {
  return own.decisionDueAt === null
    ? t('done.within', 'Within {days, plural, one {# working day} other {# working days}}', { days: own.decisionDays })
    : t('done.by', 'By {day}', { day: longDay(own.decisionDueAt) });
}

function words(own: OwnInterview): { title: string; lead: string } {
  const name = own.firstName;
  switch (own.state) {
    case 'withdrawn':
      return {
        title: t('done.withdrawn', 'You withdrew, {name}', { name }),
        lead: t('done.withdrawn.lead', 'The interview is over and nothing of it will be judged.'),
      };
    case 'human-requested':
      return {
        title: t('done.human', 'A person will write to you, {name}', { name }),
        lead: t(
          'done.human.lead',
          '{tenant} has your request. What you said until then is kept and not judged against you.',
          { tenant: own.tenant },
        ),
      };
    case 'expired':
      return {
        title: t('done.expired', 'The time for this interview is over, {name}', { name }),
        lead: t('done.expired.lead', 'Reply to your invitation if you still want to go on.'),
      };
    default:
      return {
        title: t('done.thanks', 'Thank you, {name}. That’s everything from you.', { name }),
        lead: t('done.thanks.lead', 'Your words are with the people at {tenant}, who have promised you an answer.', {
          tenant: own.tenant,
        }),
      };
  }
}
