/** What happens next and by when. */
import '../later.css';
import { dayAndTime, longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check } from '../../shared/icons.ts';
import { rich } from '../../shared/rich.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useTitle } from '../../shared/use-title.ts';
import { AskAboutYou } from '../about/ask-about-you.tsx';
import { Unsealed } from '../data/unsealed.tsx';
import { Frame } from '../frame.tsx';
import type { OwnInterview } from '../link.ts';
import type { PageProps } from '../page-props.ts';

/** What happens next stands in a letter, or is nothing. */
const NOTHING_NEXT = new Set(['withdrawn', 'human-requested', 'expired', 'next-round', 'declined']);

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
            {withdrew(own)
              ? t('done.over.at', 'Over since {when}', { when: dayAndTime(own.endedAt) })
              : t('done.sent', 'Sent {when}', { when: dayAndTime(own.endedAt) })}
          </p>
        )}
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      {NOTHING_NEXT.has(own.state) || withdrew(own) ? null : <Next own={own} />}
      {withdrew(own) ? <HasEnded own={own} /> : null}
      <Unsealed own={own} />
      {own.late === null || withdrew(own) ? null : <Late own={own} late={own.late} />}
      <div class="act">
        <Button kind="main" href="#data">
          {t('done.data', 'See or change my data')}
        </Button>
      </div>
      <p class="small after-act">{t('done.close', 'You can close this page.')}</p>
      {own.asksAboutYou ? <AskAboutYou tenant={own.tenant} /> : null}
    </Frame>
  );
}

/** Also after the end: the state then says where the decision stands, and the consent that it was taken back. */
function withdrew({ state, startedAt, consents }: OwnInterview): boolean {
  return state === 'withdrawn' || (startedAt !== null && !consents.interview);
}

/** What a withdrawal has ended, and what it leaves. */
function HasEnded({ own }: { own: OwnInterview }) {
  return (
    <section class="sub" aria-labelledby="ended">
      <h2 id="ended">{t('ended.title', 'What has ended')}</h2>
      <dl class="facts tight">
        <div>
          <dt>{t('ended.talk', 'The interview')}</dt>
          <dd>{t('ended.talk.text', 'No more questions; nobody can open the room again.')}</dd>
        </div>
        <div>
          <dt>{t('ended.judging', 'Judging')}</dt>
          <dd>{t('ended.judging.text', 'Nothing more of it is judged from here on, by a machine or by rules.')}</dd>
        </div>
        <div>
          <dt>{t('ended.recording', 'Recording')}</dt>
          <dd>
            {t('ended.recording.text', 'Nothing more is recorded, and sound that was still on its way is deleted.')}
          </dd>
        </div>
        <div>
          <dt>{t('ended.stays', 'What stays')}</dt>
          <dd>
            {t(
              'ended.stays.text',
              'That you took part and withdrew, and the words you had sent before. To have them erased, ask {tenant} under your data.',
              { tenant: own.tenant },
            )}
          </dd>
        </div>
      </dl>
      <p class="data muted">{t('ended.mailed', 'We confirm this to you by mail.')}</p>
    </section>
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

/** A promise that was not kept is said as plainly as it was made. */
function Late({ own, late }: { own: OwnInterview; late: NonNullable<OwnInterview['late']> }) {
  const promised = own.decisionDueAt === null ? '' : longDay(own.decisionDueAt);
  return (
    <Notice kind="warn">
      <p>
        <b>
          {t('done.late', '{tenant} promised you an answer by {day}, and it is late.', {
            tenant: own.tenant,
            day: promised,
          })}
        </b>
      </p>
      <p>
        {rich(
          'done.late.write',
          'That is not about you. They know that it is late; you can ask {who}: <a>{email}</a>',
          { a: (inner) => <a href={`mailto:${late.email}`}>{inner}</a> },
          { who: late.name, email: late.email },
        )}
      </p>
    </Notice>
  );
}

function due(own: OwnInterview): string {
  return own.decisionDueAt === null
    ? t('done.within', 'Within {days, plural, one {# working day} other {# working days}}', { days: own.decisionDays })
    : t('done.by', 'By {day}', { day: longDay(own.decisionDueAt) });
}

function words(own: OwnInterview): { title: string; lead: string } {
  const name = own.firstName;
  if (withdrew(own)) {
    return {
      title: t('done.withdrawn', 'You withdrew, {name}', { name }),
      lead: t('done.withdrawn.lead', 'The interview is over, and nothing more of it is judged.'),
    };
  }
  switch (own.state) {
    case 'human-requested':
      return {
        title: t('done.human', 'A person will write to you, {name}', { name }),
        lead: t(
          'done.human.lead',
          '{tenant} has your request. What you said until then is kept and not judged against you.',
          { tenant: own.tenant },
        ),
      };
    case 'next-round':
    case 'declined':
      return {
        title: t('done.decided', 'A person has decided, {name}', { name }),
        lead: t('done.decided.lead', '{tenant} wrote to you by mail. You can ask for a second look under your data.', {
          tenant: own.tenant,
        }),
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
