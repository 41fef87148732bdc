/** The job description with the phrases marked that questions came from; a mark leads to its question. */
import { useMemo, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { type Block, blocksOf } from './marked-text.ts';
import { questionsOf } from './plan-edits.ts';
import type { Plan } from './plan-types.ts';

/** Enough for any ordinary text; one of 200 pages is shown whole when asked for. */
const SHOWN = 300;

export function DescriptionText({ description, plan }: { description: string; plan: Plan }) {
  const [whole, showWhole] = useState(false);
  const sources = questionsOf(plan).flatMap(({ id, source }) =>
    source === undefined ? [] : [{ phrase: source, question: id }],
  );
  const key = sources.map(({ phrase, question }) => `${question}:${phrase}`).join('\n');
  const blocks = useMemo(() => blocksOf(description, sources), [description, key]);
  const shown = whole ? blocks : blocks.slice(0, SHOWN);
  const sectionOf = (question: string) =>
    plan.sections.findIndex((section) => section.questions.some((one) => one.id === question)) + 1;
  return (
    <div class="jd-text" dir="auto">
      {shown.map((block, index) => (
        <Line key={index} block={block} sectionOf={sectionOf} />
      ))}
      {blocks.length > shown.length ? (
        <Button onClick={() => showWhole(true)}>
          {t('jd.whole', 'Show the other {n, plural, one {# line} other {# lines}}', {
            n: blocks.length - shown.length,
          })}
        </Button>
      ) : null}
      <p class="small dim">
        {t('jd.never', 'Nothing is asked about age, health, family, origin or belief, whatever the text says.')}
      </p>
    </div>
  );
}

function Line({ block, sectionOf }: { block: Block; sectionOf: (question: string) => number }) {
  const inner = block.pieces.map(({ text, question }, index) =>
    question === undefined ? (
      text
    ) : (
      <span key={index}>
        <mark>{text}</mark>{' '}
        <button class="jd-from" type="button" onClick={() => show(question)}>
          {t('jd.from', 'section {n}', { n: sectionOf(question) })}
        </button>
      </span>
    ),
  );
  switch (block.kind) {
    case 'head':
      return <h3>{inner}</h3>;
    case 'item':
      return <p class="jd-item">{inner}</p>;
    case 'text':
      return <p>{inner}</p>;
  }
}

function show(question: string): void {
  const field = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(question)}"] textarea`);
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}
