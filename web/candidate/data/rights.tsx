/** What a candidate can do about their data, each with how it stands. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { longDay } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { bin, close, download, pencil, person } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { OwnData, OwnInterview } from './own-types.ts';
import { saveCopy } from './save-copy.ts';
import { type Wish, WishDialog } from './wish-dialog.tsx';
import { LeaveDialog, WithdrawDialog } from './withdraw-dialog.tsx';

interface Props {
  own: OwnInterview;
  data: OwnData;
  reload: () => void;
}

type Open = Wish | 'withdraw' | 'leave';

export function Rights({ own, data, reload }: Props) {
  const [open, setOpen] = useState<Open | null>(null);
  const shut = () => setOpen(null);
  const review = own.requests.find((request) => request.kind === 'review');
  return (
    <section class="sub" aria-labelledby="rights">
      <h2 id="rights">{t('rights.h2', 'What you can do')}</h2>
      <ul class="rights">
        <Right
          icon={download}
          name={t('rights.copy', 'Get a copy')}
          text={t('rights.copy.text', 'Your words, what you agreed to and asked, as one file that programs can read too.')}
        >
          <Button small icon={download} onClick={() => saveCopy(own, data)}>
            {t('rights.copy.do', 'Download')}
          </Button>
        </Right>
        {own.endedAt === null ? null : (
          <Right
            icon={person}
            name={t('rights.review', 'Ask for a human review')}
            text={
              review === undefined
                ? t('rights.review.text', 'A person at {tenant} looks at your answers again and writes to you.', {
                    tenant: own.tenant,
                  })
                : t('rights.review.asked', 'Asked on {day}.', { day: longDay(review.at) })
            }
            status={review === undefined ? undefined : review.answer === null ? 'asked' : 'answered'}
          >
            <Button small onClick={() => setOpen('review')}>
              {t('rights.review.do', 'Ask')}
            </Button>
          </Right>
        )}
        <Right
          icon={pencil}
          name={t('rights.ask', 'Correct or erase something')}
          text={t('rights.ask.text', 'Say what; a person at {tenant} does it and writes to you.', { tenant: own.tenant })}
        >
          <Button small onClick={() => setOpen('question')}>
            {t('rights.ask.do', 'Write')}
          </Button>
        </Right>
        {own.consents.interview ? (
          <Right
            icon={bin}
            name={t('rights.withdraw', 'Withdraw from this interview')}
            text={t('rights.withdraw.text', 'It ends at once, nothing more is recorded or scored.')}
          >
            <Button small class="btn-danger" onClick={() => setOpen('withdraw')}>
              {t('rights.withdraw.do', 'Withdraw…')}
            </Button>
          </Right>
        ) : null}
        <Right
          icon={close}
          name={t('rights.leave', 'Leave this device')}
          text={t('rights.leave.text', 'Closes your interview here. Your link opens it again with a new code.')}
        >
          <Button small onClick={() => setOpen('leave')}>
            {t('rights.leave.do', 'Leave…')}
          </Button>
        </Right>
      </ul>
      {open === 'review' || open === 'question' ? (
        <WishDialog
          wish={open}
          tenant={own.tenant}
          send={(text) => api('POST /api/candidate/requests', { body: { kind: open, text } }).then(reload)}
          onClose={shut}
        />
      ) : null}
      {open === 'withdraw' ? <WithdrawDialog own={own} done={reload} onClose={shut} /> : null}
      {open === 'leave' ? <LeaveDialog onClose={shut} /> : null}
    </section>
  );
}

interface RightProps {
  icon: string;
  name: string;
  text: string;
  status?: 'asked' | 'answered' | undefined;
  children: ComponentChildren;
}

function Right({ icon, name, text, status, children }: RightProps) {
  return (
    <li class="right">
      <span class="ri">
        <Icon d={icon} />
      </span>
      <div>
        <h3>{name}</h3>
        <p class="data muted">{text}</p>
      </div>
      {status === undefined ? (
        <span />
      ) : (
        <p class={status === 'asked' ? 'tag warn' : 'tag good'}>
          {status === 'asked' ? t('rights.asked', 'Asked') : t('rights.answered', 'Answered')}
        </p>
      )}
      <div class="rb">{children}</div>
    </li>
  );
}
