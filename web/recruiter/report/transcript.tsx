/** Every word of both, by section; follows the recording, and lights the words of the quote that plays. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { useListening } from './listening.ts';
import type { Quote, Report } from './report-types.ts';
import { turnAnchor } from './turn-anchor.ts';
import { TurnItem } from './turn-item.tsx';

export function Transcript({ report }: { report: Report }) {
  const listening = useListening();
  const [follow, setFollow] = useState(true);
  const pane = useRef<HTMLElement>(null);
  const parts = useMemo(() => bySection(report), [report]);
  const quotes = useMemo(() => quotesByTurn(report), [report]);
  const now = report.turns.findLast((turn) => turn.startMs <= listening.positionMs);
  const moving = listening.playing || listening.span !== null;
  const nowId = moving ? now?.id : undefined;

  useEffect(() => {
    if (!follow || nowId === undefined) return;
    const turn = pane.current?.querySelector(`[id="${turnAnchor(nowId)}"]`);
    const box = pane.current;
    if (!(turn instanceof HTMLElement) || box === null || box.scrollHeight <= box.clientHeight) return;
    box.scrollTo({ top: turn.offsetTop - box.clientHeight / 4 });
  }, [follow, nowId]);

  return (
    <section class="words" aria-labelledby="transcript" ref={pane}>
      <header>
        <h2 id="transcript">{t('transcript.title', 'Transcript')}</h2>
        {report.recording === null ? null : (
          <label class="follow">
            <input
              class="tick"
              type="checkbox"
              checked={follow}
              onChange={(event) => setFollow(event.currentTarget.checked)}
            />
            {t('transcript.follow', 'Follow the recording')}
          </label>
        )}
      </header>
      {report.turns.length === 0 ? (
        <p class="pane-note">{t('transcript.none', 'Nothing was said or typed in this interview.')}</p>
      ) : (
        <ol class="turns">
          {parts.map((part) => [
            part.title === null ? null : (
              <li class="part" key={`part-${part.first}`}>
                {part.title}
              </li>
            ),
            ...part.turns.map(({ turn, question }) => (
              <TurnItem
                key={turn.id}
                turn={turn}
                question={question}
                name={report.candidate.name}
                quotes={quotes.get(turn.id) ?? []}
                now={turn.id === nowId}
              />
            )),
          ])}
        </ol>
      )}
    </section>
  );
}

interface Part {
  first: string;
  title: string | null;
  turns: { turn: Report['turns'][number]; question: number | null }[];
}

/** A part begins where a question of another section is asked. */
function bySection(report: Report): Part[] {
  const places = new Map(
    report.plan.sections.flatMap((section, index) =>
      section.questions.map((question) => [question.id, { section, index }] as const),
    ),
  );
  const order = report.plan.sections.flatMap((section) => section.questions.map(({ id }) => id));
  const parts: Part[] = [];
  let section = '';
  for (const turn of report.turns) {
    const place = turn.questionId === null ? undefined : places.get(turn.questionId);
    if (parts.length === 0 || (place !== undefined && place.section.id !== section)) {
      section = place?.section.id ?? section;
      parts.push({
        first: turn.id,
        title:
          place === undefined
            ? null
            : t('transcript.section', 'Section {n} · {title}', {
                n: number(place.index + 1),
                title: place.section.title,
              }),
        turns: [],
      });
    }
    const question = turn.kind === 'question' && turn.questionId !== null ? order.indexOf(turn.questionId) + 1 : 0;
    parts.at(-1)?.turns.push({ turn, question: question === 0 ? null : question });
  }
  return parts;
}

function quotesByTurn(report: Report): Map<string, Quote[]> {
  const all = [
    ...(report.card?.criteria.flatMap(({ quotes }) => quotes) ?? []),
    ...(report.card?.digest.flatMap(({ cites }) => cites) ?? []),
  ];
  const byTurn = new Map<string, Quote[]>();
  for (const quote of all) byTurn.set(quote.turnId, [...(byTurn.get(quote.turnId) ?? []), quote]);
  return byTurn;
}
