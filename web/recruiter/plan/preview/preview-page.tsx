/** The plan as a candidate will meet it, walked through on this page alone: nothing is recorded, sent or kept. */
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { minutes } from '../../../shared/format.ts';
import { t } from '../../../shared/i18n.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Empty, Loaded } from '../../../shared/ui/states.tsx';
import { useLoad } from '../../../shared/use-load.ts';
import { useTitle } from '../../../shared/use-title.ts';
import { useMe } from '../../me.ts';
import { planPath } from '../../paths.ts';
import type { Plan } from '../plan-types.ts';
import { beginWalk, placeOf, stepWalk } from './preview-walk.ts';
import './preview.css';

export function PreviewPage({ roleId }: { roleId: string }) {
  const plan = useLoad(
    (signal) => api('GET /api/recruiter/roles/:role/plan', { params: { role: roleId }, signal }),
    [roleId],
  );
  useTitle(t('preview.title', 'Preview as candidate'));
  return (
    <div class="preview">
      <header class="preview-strip">
        <p>
          <b>{t('preview.strip', 'Preview')}</b>{' '}
          {t('preview.strip.text', 'Only on this page: nothing is recorded, sent or kept.')}
        </p>
        <Button href={planPath(roleId)}>{t('preview.back', 'Back to the plan')}</Button>
      </header>
      <Loaded of={plan}>
        {(data) => {
          const content = data.draft?.content ?? data.published?.content;
          return content === undefined || placeOf(content, beginWalk()) === null ? (
            <main id="main" class="preview-room" tabIndex={-1}>
              <Empty title={t('preview.empty', 'This plan asks nothing yet')} />
            </main>
          ) : (
            <Room plan={content} />
          );
        }}
      </Loaded>
    </div>
  );
}

function Room({ plan }: { plan: Plan }) {
  const me = useMe();
  const [walk, setWalk] = useState(beginWalk);
  const [answer, write] = useState('');
  const place = placeOf(plan, walk);
  const next = () => {
    setWalk(stepWalk(plan, walk, answer));
    write('');
  };
  if (place === null) {
    return (
      <main id="main" class="preview-room" tabIndex={-1}>
        <h1 class="preview-ask">{t('preview.done', 'That was the last question')}</h1>
        <p class="muted">
          {t(
            'preview.done.text',
            'Here a candidate reads the transcript, marks what was misheard, and asks questions of their own.',
          )}
        </p>
        <div>
          <Button onClick={() => setWalk(beginWalk())}>{t('preview.again', 'From the beginning')}</Button>
        </div>
      </main>
    );
  }
  return (
    <main id="main" class="preview-room" tabIndex={-1}>
      <header class="preview-top">
        <b dir="auto">{me.tenant.name}</b>
        <span>
          {t('preview.section', '{title}, {n} of {of}', {
            title: place.section,
            n: place.sectionNumber,
            of: plan.sections.length,
          })}
        </span>
        <span>{t('preview.time', 'At most {time} in all', { time: minutes(plan.limits.totalMs) })}</span>
      </header>
      <p class="preview-who" role="status">
        <svg class="preview-ring" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
          <path d="M24 4v8M38.1 9.9l-5.6 5.6M44 24h-8M38.1 38.1l-5.6-5.6M24 44v-8M9.9 38.1l5.6-5.6M4 24h8M9.9 9.9l5.6 5.6" />
        </svg>
        {place.followUp === null
          ? t('preview.listens', 'The interviewer has asked and now listens.')
          : t('preview.asks-on', 'The interviewer asks on: {why}', { why: whyWords(place.followUp.why) })}
      </p>
      <h1 class="preview-ask" dir="auto">
        {place.followUp?.say ?? place.question}
      </h1>
      {place.followUp === null ? null : (
        <p class="muted" dir="auto">
          {place.question}
        </p>
      )}
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <label class="preview-answer">
          <span>{t('preview.answer', 'Answer as a candidate would, or leave it empty')}</span>
          <textarea
            class="input"
            rows={4}
            dir="auto"
            value={answer}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </label>
        <div class="form-act">
          <Button kind="main" type="submit">
            {t('preview.im-done', 'I’m done')}
          </Button>
          <span class="muted">
            {t('preview.question', 'Question {n} of {of}', { n: place.questionNumber, of: place.questions })}
          </span>
        </div>
      </form>
    </main>
  );
}

function whyWords(why: 'short' | 'missing' | 'always'): string {
  switch (why) {
    case 'short':
      return t('preview.why.short', 'the answer was short.');
    case 'missing':
      return t('preview.why.missing', 'none of the words it waits for was said.');
    case 'always':
      return t('preview.why.always', 'the plan always asks on here.');
  }
}
