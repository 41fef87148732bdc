/** "In two minutes": a few sentences, each with the moments that it stands on, and the levels at a glance. */
import { dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { rich } from '../../shared/rich.tsx';
import { LevelMark } from '../../shared/ui/level-mark.tsx';
import { asLevel, neverAsked } from './level.ts';
import { MadeHow } from './made-how.tsx';
import { Cite } from './quote-button.tsx';
import { inRegion } from './region-name.ts';
import type { Card, Report } from './report-types.ts';
import { turnAnchor } from './turn-anchor.ts';

export function Digest({ report, card, onJudged }: { report: Report; card: Card; onJudged: () => void }) {
  return (
    <section class="digest-block" aria-labelledby="digest">
      <h2 id="digest">{t('digest.title', 'In two minutes')}</h2>
      <ol>
        {card.digest.map((sentence) => (
          <li key={sentence.text}>
            <span dir="auto">{sentence.text}</span>{' '}
            {sentence.cites.map((quote) => (
              <Cite key={quote.startMs} span={quote} words={`#${turnAnchor(quote.turnId)}`} />
            ))}
          </li>
        ))}
      </ol>
      <nav class="glance" aria-label={t('digest.glance', 'Levels at a glance')}>
        {card.criteria.map((criterion) => (
          <a key={criterion.id} href={`#c-${criterion.id}`}>
            {criterion.short} <LevelMark level={asLevel(criterion.level)} never={neverAsked(criterion)} />
          </a>
        ))}
      </nav>
      <p class="judged">
        <Judged report={report} card={card} />
      </p>
      <MadeHow report={report} card={card} onJudged={onJudged} />
    </section>
  );
}

function Judged({ report, card }: { report: Report; card: Card }) {
  const values = {
    scorer: card.scorer,
    version: report.plan.version,
    region: inRegion(report.interview.id),
    at: dayAndTime(card.madeAt),
  };
  const slots = { b: (inner: preact.ComponentChildren) => <b>{inner}</b> };
  if (card.scorer.startsWith('rehearsed')) {
    return rich(
      'digest.judged.rules',
      '<b>No model judged this:</b> the rehearsed scorer’s rules did, with <b>rubric version {version}</b>, in {region}, on {at}. They find and count words that the rubric names; a person should read the quotes.',
      slots,
      values,
    );
  }
  return rich(
    'digest.judged.model',
    'Judged by <b>{scorer}</b> with <b>rubric version {version}</b>, in {region}, on {at}.',
    slots,
    values,
  );
}
