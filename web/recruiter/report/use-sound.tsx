/** The recording of a report as one thing to listen to: quotes ask it to play, the transcript follows it. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { isSpan, type Listening, type Span } from './listening.ts';
import { PlayerBar } from './player-bar.tsx';
import type { Report } from './report-types.ts';
import { barsOf, type Lanes } from './waveform.ts';
import './player.css';

/** A quote is heard from a little before its first sound to a little after its last. */
const LEAD_MS = 120;
const TAIL_MS = 250;
/** Often enough for the words to light up with the voice, seldom enough for a slow machine. */
const LOOK_EVERY_MS = 100;

type Opened = Answer<'GET /api/recruiter/interviews/:id/recording'>;

export function useSound(
  report: Report,
  played: (span: Span) => void,
): { listening: Listening; bar: ComponentChildren } {
  const audio = useRef<HTMLAudioElement>(null);
  const { opened, lanes, failed } = useOpened(report);
  const [playing, setPlaying] = useState(false);
  const [positionMs, setPosition] = useState(0);
  const [span, setSpan] = useState<Span | null>(null);
  const [speed, setSpeed] = useState(1);

  const seek = useCallback((ms: number) => {
    if (audio.current !== null) audio.current.currentTime = Math.max(0, ms) / 1000;
    setSpan(null);
    setPosition(Math.max(0, ms));
  }, []);
  const toggle = useCallback(() => {
    const element = audio.current;
    if (element === null) return;
    if (element.paused) void element.play().catch(() => setPlaying(false));
    else element.pause();
  }, []);
  const play = useCallback(
    (asked: Span) => {
      const element = audio.current;
      if (element === null) return showWords(report, asked);
      if (isSpan(span, asked) && !element.paused) return element.pause();
      played(asked);
      element.currentTime = Math.max(0, asked.startMs - LEAD_MS) / 1000;
      setSpan(asked);
      setPosition(asked.startMs);
      void element.play().catch(() => setPlaying(false));
    },
    [span, played, report],
  );

  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const ms = (audio.current?.currentTime ?? 0) * 1000;
      setPosition(ms);
      if (span !== null && ms > span.endMs + TAIL_MS) {
        audio.current?.pause();
        setSpan(null);
      }
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [playing, span]);
  useSpace(toggle);

  const audible = opened !== null;
  const listening = useMemo<Listening>(
    () => ({ audible, playing, positionMs, span, play, seek }),
    [audible, playing, positionMs, span, play, seek],
  );
  if (failed) {
    return {
      listening,
      bar: (
        <p class="player-failed muted">
          {t('player.failed', 'The recording can’t be reached just now. The words are all here.')}
        </p>
      ),
    };
  }
  if (opened === null) return { listening, bar: null };
  const bar = (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it follows the sound */}
      <audio
        ref={audio}
        src={opened.url}
        preload="auto"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
      />
      <PlayerBar
        report={report}
        lanes={lanes}
        durationMs={opened.durationMs}
        positionMs={positionMs}
        playing={playing}
        speed={speed}
        exportUrl={opened.exportUrl}
        onToggle={toggle}
        onSeek={seek}
        onSpeed={(next) => {
          setSpeed(next);
          if (audio.current !== null) audio.current.playbackRate = next;
        }}
      />
    </>
  );
  return { listening, bar };
}

/** Opening is recorded once for a report that is read, not for each quote. */
function useOpened(report: Report): { opened: Opened | null; lanes: Lanes | null; failed: boolean } {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [lanes, setLanes] = useState<Lanes | null>(null);
  const [failed, setFailed] = useState(false);
  const { id } = report.interview;
  const recorded = report.recording !== null;
  useEffect(() => {
    if (!recorded) return;
    const gone = new AbortController();
    const load = async () => {
      const found = await api('GET /api/recruiter/interviews/:id/recording', { params: { id }, signal: gone.signal });
      setOpened(found);
      const peaks = await fetch(found.peaksUrl, { signal: gone.signal });
      if (peaks.ok) setLanes(barsOf(new Uint8Array(await peaks.arrayBuffer()), innerWidth < 960 ? 90 : 280));
    };
    load().catch(() => {
      if (!gone.signal.aborted) setFailed(true);
    });
    return () => gone.abort();
  }, [id, recorded]);
  return { opened, lanes, failed };
}

/** Without sound a quote leads to its words. */
function showWords(report: Report, span: Span): void {
  const turn = report.turns.findLast(({ startMs }) => startMs <= span.startMs);
  if (turn !== undefined) document.getElementById(`t-${turn.id}`)?.scrollIntoView({ block: 'center' });
}

/** Space plays and stops, unless it belongs to the button or field that has the focus. */
function useSpace(toggle: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { target } = event;
      const free = target === document.body || (target instanceof HTMLElement && target.id === 'main');
      if (event.code !== 'Space' || !free || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      toggle();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [toggle]);
}
