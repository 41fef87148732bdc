/** The time line: both lanes, where each question was asked, what was typed, what is quoted, and where we are. */
import { number, position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import type { Report } from './report-types.ts';
import { barsPath, type Lanes } from './waveform.ts';

interface Props {
  report: Report;
  lanes: Lanes | null;
  durationMs: number;
  positionMs: number;
  onSeek: (ms: number) => void;
}

const WIDTH = 1000;
const AI = { middle: 14, half: 10, width: WIDTH };
const THEM = { middle: 46, half: 15, width: WIDTH };

export function Track({ report, lanes, durationMs, positionMs, onSeek }: Props) {
  const at = (ms: number) => `${((Math.min(ms, durationMs) / Math.max(1, durationMs)) * 100).toFixed(2)}%`;
  const asked = report.turns.filter((turn) => turn.kind === 'question');
  const typed = report.turns.filter((turn) => turn.via === 'typed');
  const quotes = report.card?.criteria.flatMap((criterion) => criterion.quotes) ?? [];
  return (
    <div class="track-box">
      <svg class="track" aria-hidden="true" width="100%" height="106">
        {lanes === null ? null : <Bars lanes={lanes} share={positionMs / Math.max(1, durationMs)} />}
        {typed.map((turn) => (
          <rect
            key={turn.id}
            class="typed-span"
            x={at(turn.startMs)}
            y="58"
            width={at(turn.endMs - turn.startMs)}
            height="20"
            rx="4"
          />
        ))}
        {quotes.map((quote) => (
          <rect
            key={`${quote.startMs} ${quote.text}`}
            class="cited"
            x={at(quote.startMs)}
            y="86"
            width="9"
            height="3"
            rx="1.5"
          />
        ))}
        <Axis durationMs={durationMs} at={at} />
        <svg aria-hidden="true" x={at(positionMs)} y="22" width="1" height="68" overflow="visible">
          <line class="head" x1="0" x2="0" y1="3" y2="66" />
          <circle cx="0" cy="3" r="3.5" />
        </svg>
      </svg>
      <input
        class="scrub"
        type="range"
        min="0"
        max={durationMs}
        step="1000"
        value={positionMs}
        aria-label={t('player.position', 'Position in the recording')}
        aria-valuetext={t('player.position.of', '{at} of {whole}', {
          at: position(positionMs),
          whole: position(durationMs),
        })}
        onInput={(event) => onSeek(Number(event.currentTarget.value))}
      />
      <svg class="track marks" width="100%" height="24">
        <title>{t('player.questions', 'Questions')}</title>
        {asked.map((turn, index) => (
          <a
            key={turn.id}
            class="q"
            href={`#t-${turn.id}`}
            aria-label={t('player.question', 'Question {n}, at {at}', {
              n: index + 1,
              at: position(turn.startMs),
            })}
            onClick={() => onSeek(turn.startMs)}
          >
            <circle cx={at(turn.startMs)} cy="11.5" r="9.5" />
            <text x={at(turn.startMs)} y="15.75">
              {number(index + 1)}
            </text>
          </a>
        ))}
      </svg>
    </div>
  );
}

function Bars({ lanes, share }: { lanes: Lanes; share: number }) {
  const count = lanes.candidate.length;
  const done = Math.round(Math.min(1, Math.max(0, share)) * count);
  return (
    <svg
      x="0"
      y="24"
      width="100%"
      height="64"
      viewBox={`0 0 ${WIDTH} 64`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <g class="done">
        <path class="ai" d={barsPath(lanes.interviewer, 0, done, AI)} />
        <path class="them" d={barsPath(lanes.candidate, 0, done, THEM)} />
      </g>
      <g>
        <path class="ai" d={barsPath(lanes.interviewer, done, count, AI)} />
        <path class="them" d={barsPath(lanes.candidate, done, count, THEM)} />
      </g>
    </svg>
  );
}

/** Round minutes, so many that they do not touch. */
function Axis({ durationMs, at }: { durationMs: number; at: (ms: number) => string }) {
  const step = [15, 30, 60, 120, 300, 600, 900].find((s) => durationMs / (s * 1000) <= 7) ?? 1800;
  const ticks = Array.from({ length: Math.floor(durationMs / (step * 1000)) + 1 }, (_, i) => i * step * 1000);
  return (
    <g class="axis">
      {ticks.map((ms, index) => (
        <text
          key={ms}
          class={index % 2 === 1 ? 'odd' : undefined}
          x={at(ms)}
          y="102"
          text-anchor={ms === 0 ? 'start' : ms > durationMs * 0.96 ? 'end' : 'middle'}
        >
          {position(ms)}
        </text>
      ))}
    </g>
  );
}
