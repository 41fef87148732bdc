/** The line of time: both voices as bars, questions above, quoted places below, and a slider over all of it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { number, position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import type { Sound, Span } from './sound.ts';
import { useSoundState } from './use-sound-state.ts';
import { bars } from './waveform.ts';

export interface Mark {
  number: number;
  atMs: number;
  /** The place in the transcript. */
  href: string;
}

interface Props {
  sound: Sound;
  levels: Uint8Array | null;
  questions: readonly Mark[];
  cited: readonly Span[];
  typed: readonly Span[];
}

/** One bar in so many pixels. */
const BAR_PX = 2.75;
const ARROW_MS = 5000;

export function Track({ sound, levels, questions, cited, typed }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    if (box.current !== null) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  const count = Math.max(1, Math.floor(width / BAR_PX));
  const drawn = useMemo(() => (levels === null ? null : bars(levels, sound.durationMs, count)), [levels, sound, count]);
  const share = (ms: number) => `${(Math.min(1, ms / sound.durationMs) * 100).toFixed(3)}%`;
  const shown = spaced(questions, sound.durationMs, width);

  return (
    <div class="track" ref={box} dir="ltr">
      <svg width="100%" height="106" aria-hidden="true">
        {questions.map((mark) => (
          <line key={mark.href} class="section" x1={share(mark.atMs)} x2={share(mark.atMs)} y1="24" y2="88" />
        ))}
        {typed.map((span) => (
          <Typed
            key={span.startMs}
            from={share(span.startMs)}
            wide={(span.endMs - span.startMs) / sound.durationMs}
            room={width}
          />
        ))}
        {drawn === null ? null : (
          <>
            <Lanes drawn={drawn} count={count} kind="rest" />
            <Heard sound={sound}>
              <Lanes drawn={drawn} count={count} kind="done" />
            </Heard>
          </>
        )}
        {cited.map((span) => (
          <rect
            key={`${span.startMs}-${span.endMs}`}
            class="cited"
            x={share(span.startMs)}
            y="86"
            width="9"
            height="3"
            rx="1.5"
          />
        ))}
        <Axis durationMs={sound.durationMs} width={width} />
        <Head sound={sound} />
      </svg>
      <Slider sound={sound} />
      {shown.map((mark) => (
        <Question key={mark.href} mark={mark} sound={sound} />
      ))}
    </div>
  );
}

/** Where somebody typed there is no voice to draw. */
function Typed({ from, wide, room }: { from: string; wide: number; room: number }) {
  return (
    <svg class="typed" aria-hidden="true" x={from} y="58" width={`${wide * 100}%`} height="20" overflow="visible">
      <rect width="100%" height="20" rx="4" />
      {wide * room < LABEL_PX ? null : (
        <text x="50%" y="14" text-anchor="middle">
          {t('player.typing', 'typing')}
        </text>
      )}
    </svg>
  );
}

function Lanes({ drawn, count, kind }: { drawn: ReturnType<typeof bars>; count: number; kind: 'rest' | 'done' }) {
  return (
    <svg
      class={kind}
      aria-hidden="true"
      x="0"
      y="24"
      width="100%"
      height="64"
      viewBox={`0 0 ${count} 64`}
      preserveAspectRatio="none"
    >
      <path class="ai" vector-effect="non-scaling-stroke" d={drawn.interviewer} />
      <path class="them" vector-effect="non-scaling-stroke" d={drawn.candidate} />
    </svg>
  );
}

/** Shows its content as far as it has been played. */
function Heard({ sound, children }: { sound: Sound; children: ComponentChildren }) {
  const ref = usePlayhead<SVGRectElement>(sound, (rect, share) => rect.setAttribute('width', `${share * 100}%`));
  return (
    <>
      <clipPath id="player-heard">
        <rect ref={ref} x="0" y="0" width="0" height="106" />
      </clipPath>
      <g clip-path="url(#player-heard)">{children}</g>
    </>
  );
}

function Head({ sound }: { sound: Sound }) {
  const ref = usePlayhead<SVGSVGElement>(sound, (head, share) => head.setAttribute('x', `${share * 100}%`));
  return (
    <svg class="head" aria-hidden="true" ref={ref} x="0" y="22" width="1" height="68" overflow="visible">
      <line x1="0" x2="0" y1="3" y2="66" />
      <circle cx="0" cy="3" r="3.5" />
    </svg>
  );
}

/** Moves a drawing with the playhead, frame by frame, without drawing the page anew. */
function usePlayhead<T extends Element>(sound: Sound, move: (element: T, share: number) => void) {
  const ref = useRef<T>(null);
  const { playing, positionMs } = useSoundState(sound);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      if (ref.current !== null) move(ref.current, sound.positionMs() / sound.durationMs);
      if (playing) frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [sound, playing, playing ? 0 : positionMs]);
  return ref;
}

function Slider({ sound }: { sound: Sound }) {
  const { positionMs } = useSoundState(sound);
  const keyed = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -ARROW_MS, ArrowDown: -ARROW_MS, ArrowRight: ARROW_MS, ArrowUp: ARROW_MS }[event.code];
    if (step === undefined) return;
    event.preventDefault();
    sound.seek(sound.positionMs() + step);
  };
  return (
    <input
      class="seek"
      type="range"
      min="0"
      max={sound.durationMs}
      step="10"
      value={Math.round(positionMs)}
      aria-label={t('player.position', 'Position in the recording')}
      aria-valuetext={t('player.position.of', '{at} of {length}', {
        at: position(positionMs),
        length: position(sound.durationMs),
      })}
      onKeyDown={keyed}
      onInput={(event) => sound.seek(Number(event.currentTarget.value))}
    />
  );
}

function Question({ mark, sound }: { mark: Mark; sound: Sound }) {
  const ref = useRef<HTMLAnchorElement>(null);
  const share = mark.atMs / sound.durationMs;
  useEffect(() => ref.current?.style.setProperty('--at', String(share)), [share]);
  return (
    <a
      class="question-mark"
      ref={ref}
      href={mark.href}
      title={t('player.question', 'Question {n}, at {at}', { n: number(mark.number), at: position(mark.atMs) })}
      onClick={() => {
        sound.seek(mark.atMs);
        sound.play();
      }}
    >
      {number(mark.number)}
    </a>
  );
}

const MARK_PX = 24;

/** Those that have room; the others stay lines. */
function spaced(questions: readonly Mark[], durationMs: number, width: number): Mark[] {
  let free = Number.NEGATIVE_INFINITY;
  return questions.filter((mark) => {
    const x = (mark.atMs / durationMs) * width;
    if (x < free) return false;
    free = x + MARK_PX;
    return true;
  });
}

const STEPS_S = [5, 10, 15, 30, 60, 120, 300, 600, 1200];
const LABEL_PX = 80;

function Axis({ durationMs, width }: { durationMs: number; width: number }) {
  const most = Math.max(1, Math.floor(width / LABEL_PX));
  const step = (STEPS_S.find((seconds) => durationMs / 1000 / seconds <= most) ?? 1800) * 1000;
  const labels = Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, i) => i * step);
  return (
    <g class="axis">
      {labels.map((ms) => (
        <text key={ms} x={`${(ms / durationMs) * 100}%`} y="102" text-anchor={anchor(ms / durationMs)}>
          {position(ms)}
        </text>
      ))}
    </g>
  );
}

function anchor(share: number): 'start' | 'middle' | 'end' {
  return share < 0.02 ? 'start' : share > 0.97 ? 'end' : 'middle';
}
