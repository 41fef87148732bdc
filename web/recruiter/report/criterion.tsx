/** One criterion: the level with the rubric's own sentence, the reason, the quotes, and what people changed. */
import { useState } from 'preact/hooks';
import { dayAndTime, number, percent } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { HeardFirst } from './heard-first.tsx';
import { neverAsked } from './level.ts';
import { LevelScale } from './level-scale.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { QuoteButton } from './quote-button.tsx';
import type { Criterion } from './report-types.ts';
import { turnAnchor } from './turn-anchor.ts';

interface Props {
  interviewId: string;
  criterion: Criterion;
  /** False for members who only read. */
  mayChange: boolean;
  /** Whose review gave the levels that hold. */
  reviewer: string | null;
  onChanged: () => void;
}

export function CriterionArticle(props: Props) {
  const { criterion } = props;
  const anchor = criterion.level === null ? undefined : criterion.anchors[criterion.level - 1];
  const heading = (
    <h3 id={`c-${criterion.id}-h`}>
      {criterion.name}{' '}
      <span>{t('criterion.weight', 'weighs {share}', { share: percent(criterion.weight / 100) })}</span>
    </h3>
  );
  const never = neverAsked(criterion);
  if (criterion.level === null) {
    return (
      <article class="criterion unjudged" id={`c-${criterion.id}`} aria-labelledby={`c-${criterion.id}-h`}>
        <div class="box">
          <header>
            {heading}
            <p class={never ? 'verdictless never' : 'verdictless'}>
              <i aria-hidden="true" />
              {never ? t('level.never', 'Not asked') : t('level.none', 'Not enough evidence')}
            </p>
          </header>
          <p class="why">
            {never
              ? t('criterion.not-asked', 'This is not a low level: it was never asked, and that is nobody’s fault.')
              : t('criterion.not-low', 'This is not a low level.')}{' '}
            {criterion.reason}
          </p>
          <Disagreement criterion={criterion} />
          <Below {...props} />
        </div>
      </article>
    );
  }
  return (
    <article class="criterion" id={`c-${criterion.id}`} aria-labelledby={`c-${criterion.id}-h`}>
      <header>
        {heading}
        <LevelScale criterion={criterion} />
      </header>
      {anchor === undefined ? null : (
        <p class="anchor">
          <b>{t('criterion.level', 'Level {level}:', { level: criterion.level })}</b> {anchor}
        </p>
      )}
      <p class="why">{criterion.reason}</p>
      <Disagreement criterion={criterion} />
      <Below {...props} />
    </article>
  );
}

function Below({ interviewId, criterion, mayChange, reviewer, onChanged }: Props) {
  const [asking, ask] = useState(false);
  return (
    <>
      {criterion.quotes.length === 0 ? null : (
        <ul class="quotes">
          {criterion.quotes.map((quote) => (
            <li key={`${quote.turnId} ${quote.startMs} ${quote.text}`}>
              <QuoteButton quote={quote} words={`#${turnAnchor(quote.turnId)}`} />
              <HeardFirst quote={quote} />
            </li>
          ))}
        </ul>
      )}
      <Changes criterion={criterion} />
      <Review criterion={criterion} reviewer={reviewer} />
      {mayChange || criterion.confidence !== null ? (
        <footer>
          {/* Without a quote there is nothing to be sure of. */}
          <span>
            {criterion.confidence === null || criterion.quotes.length === 0 ? '' : confidenceWord(criterion.confidence)}
          </span>
          {mayChange ? (
            <button class="link" type="button" onClick={() => ask(true)}>
              {criterion.level === null
                ? t('criterion.judge', 'Judge it yourself')
                : t('criterion.change', 'Change level')}
              <span class="vh">: {criterion.name}</span>
            </button>
          ) : null}
        </footer>
      ) : null}
      {asking ? (
        <OverrideDialog
          interviewId={interviewId}
          criterion={criterion}
          onClose={() => ask(false)}
          onDone={() => {
            ask(false);
            onChanged();
          }}
        />
      ) : null}
    </>
  );
}

/** The runs of one judgement lie too far apart to be believed without a look. */
function Disagreement({ criterion }: { criterion: Criterion }) {
  if (!criterion.needsPerson) return null;
  return (
    <Notice kind="warn">
      <p>{t('criterion.needs-person', 'The runs disagree: somebody should look.')}</p>
    </Notice>
  );
}

function Review({ criterion, reviewer }: { criterion: Criterion; reviewer: string | null }) {
  if (criterion.review === null || reviewer === null) return null;
  return (
    <div class="override">
      <p>
        <b>
          {t('criterion.reviewed', '{who} reviewed it: {to} in place of {from}', {
            who: reviewer,
            from: levelWord(criterion.scorerLevel),
            to: levelWord(criterion.review.level),
          })}
        </b>
      </p>
      <p class="muted" dir="auto">
        {t('criterion.changed.reason', '“{reason}” Both levels stay on record.', { reason: criterion.review.reason })}
      </p>
    </div>
  );
}

/** Each change with both levels, so that the scorer's stays to be seen. */
function Changes({ criterion }: { criterion: Criterion }) {
  return criterion.changes.map((change, index) => {
    const before = index === 0 ? criterion.scorerLevel : (criterion.changes[index - 1]?.level ?? null);
    return (
      <div class="override" key={change.at}>
        <p>
          <b>
            {t('criterion.changed', '{who} changed {from} to {to}', {
              who: change.by,
              from: levelWord(before),
              to: levelWord(change.level),
            })}
          </b>{' '}
          <span class="muted">{dayAndTime(change.at)}</span>
        </p>
        <p class="muted">
          {t('criterion.changed.reason', '“{reason}” Both levels stay on record.', { reason: change.reason })}
        </p>
      </div>
    );
  });
}

function levelWord(level: number | null): string {
  return level === null ? t('criterion.no-evidence', '“not enough evidence”') : number(level);
}

function confidenceWord(confidence: NonNullable<Criterion['confidence']>): string {
  switch (confidence) {
    case 'low':
      return t('criterion.confidence.low', 'Low confidence: read the quotes');
    case 'medium':
      return t('criterion.confidence.medium', 'Medium confidence');
    case 'high':
      return t('criterion.confidence.high', 'High confidence');
  }
}
