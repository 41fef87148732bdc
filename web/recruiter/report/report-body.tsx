/** The report once it is loaded: three panes and the player on a wide screen, one column with a line of jumps on a phone. */
import { dayAndTime, position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { stateWord } from '../state-words.ts';
import { Arrange } from './arrange.tsx';
import { BlindNotice } from './blind-notice.tsx';
import { CriterionArticle } from './criterion.tsx';
import { DecisionPane } from './decision-pane.tsx';
import { Digest } from './digest.tsx';
import { History } from './history.tsx';
import { Jump } from './jump.tsx';
import { isSpan, ListeningContext, type Span } from './listening.ts';
import { ParkedNotice } from './parked-notice.tsx';
import { PeopleLevels } from './people-levels.tsx';
import { ProgressSteps } from './progress-steps.tsx';
import { ReportHead } from './report-head.tsx';
import type { Report } from './report-types.ts';
import { Requests } from './requests.tsx';
import { Transcript } from './transcript.tsx';
import { useOpened } from './use-opened.ts';
import { useSound } from './use-sound.tsx';

export function ReportBody({ report, reload }: { report: Report; reload: () => void }) {
  const { played } = useOpened(report.interview.id);
  const { listening, bar } = useSound(report, (span) => {
    if (isQuoted(report, span)) played(span);
  });
  return (
    <ListeningContext.Provider value={listening}>
      <main id="main" class="report-grid" tabIndex={-1}>
        <ReportHead report={report} />
        <Jump judged={report.card !== null} />
        <div class="read">
          <Judged report={report} reload={reload} />
        </div>
        <Transcript report={report} />
        <aside class="side" aria-label={t('report.side', 'Decision, requests and history')}>
          <DecisionPane report={report} onDecided={reload} />
          <Arrange report={report} onDone={reload} />
          <Requests report={report} onAnswered={reload} />
          <History report={report} />
        </aside>
      </main>
      {bar}
    </ListeningContext.Provider>
  );
}

/** Sound that nobody can play here. */
function Unsealed({ report }: { report: Report }) {
  if (report.unsealedMs === 0) return null;
  return (
    <Notice kind="warn">
      <p>
        {t(
          'report.unsealed',
          '{length} of the recording came in a form that could not be put into one file: it is kept as it came and cannot be played here. The words were saved apart from the sound.',
          { length: position(report.unsealedMs) },
        )}
      </p>
    </Notice>
  );
}

/** Faults of ours, told before anything that was judged. */
function GivenBack({ report }: { report: Report }) {
  const seconds = report.history
    .filter(({ kind, detail }) => kind === 'time-given-back' && detail.why !== 'told-twice')
    .reduce((sum, { detail }) => sum + (typeof detail.ms === 'number' ? detail.ms : 0) / 1000, 0);
  if (seconds < 1) return null;
  return (
    <Notice>
      <p>
        {t(
          'report.given-back',
          'The line or the server failed on the way; {n, plural, one {# second was} other {# seconds were}} given back. A fault never lowers a level.',
          { n: Math.round(seconds) },
        )}
      </p>
    </Notice>
  );
}

/** Whether a span is one of the quotes, and not a turn that was played from the transcript. */
function isQuoted(report: Report, span: Span): boolean {
  const quotes = report.card?.criteria.flatMap((criterion) => criterion.quotes) ?? [];
  const cites = report.card?.digest.flatMap((sentence) => sentence.cites) ?? [];
  return [...quotes, ...cites].some((one) => isSpan(span, one));
}

function Judged({ report, reload }: { report: Report; reload: () => void }) {
  const { card, interview } = report;
  const moving = interview.state === 'in-interview' || interview.state === 'sealing' || interview.state === 'scoring';
  return (
    <>
      {moving ? <ProgressSteps interviewId={interview.id} onReady={reload} /> : null}
      {report.recording !== null && report.recording.missingParts > 0 ? (
        <Notice kind="warn">
          <p>
            {t(
              'report.missing-parts',
              '{n, plural, one {# part} other {# parts}} of the recording never arrived. The gap is silent and keeps its length; the words were saved apart from the sound.',
              { n: report.recording.missingParts },
            )}
          </p>
        </Notice>
      ) : null}
      <ParkedNotice report={report} reload={reload} />
      <Unsealed report={report} />
      <GivenBack report={report} />
      <BlindNotice report={report} />
      {card === null && !moving ? (
        <div class="state-page">
          <h2 id="digest">{stateWord(interview.state)}</h2>
          <p class="muted">{noReport(report)}</p>
        </div>
      ) : null}
      {card === null ? null : (
        <>
          <Digest report={report} card={card} onJudged={reload} />
          <section class="criteria" aria-labelledby="levels">
            <h2 id="levels">{t('report.levels', 'Levels and evidence')}</h2>
            {card.reviewed === null ? null : <p class="reviewed">{reviewedWords(card.reviewed)}</p>}
            {card.criteria.map((criterion) => (
              <CriterionArticle
                key={criterion.id}
                interviewId={interview.id}
                criterion={criterion}
                reviewer={card.reviewed?.by ?? null}
                mayChange={report.you.mayDecide && report.you.decidable}
                onChanged={reload}
              />
            ))}
          </section>
        </>
      )}
      {moving ? null : <PeopleLevels report={report} onSaved={reload} />}
    </>
  );
}

function reviewedWords({ by, at }: { by: string; at: string }): string {
  return t('report.reviewed', 'Levels by {who}, after a review on {at}. The scorer’s stay beside them.', {
    who: by,
    at: dayAndTime(at),
  });
}

function noReport(report: Report): string {
  switch (report.interview.state) {
    case 'human-requested':
      return t(
        'report.none.human',
        'There is no report, because a person was asked for instead. That is never counted against anybody: talk with them, then decide.',
      );
    case 'withdrawn':
      return report.interview.closed
        ? t(
            'report.none.closed',
            'This report is closed: the candidate withdrew after it was made, and nobody reads it any more. What the law asks to keep stays: consents, decisions with their reasons, and this history.',
          )
        : t('report.none.withdrawn', 'There is no report: the interview was withdrawn, and nothing was judged.');
    case 'expired':
      return t('report.none.expired', 'There is no report: the link ran out before the interview began.');
    case 'invited':
    case 'opened':
      return t('report.none.invited', 'The report comes here within minutes of the interview’s end.');
    default:
      return t('report.none.yet', 'There is no report yet.');
  }
}
