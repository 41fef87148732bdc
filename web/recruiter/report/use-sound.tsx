/** The recording of a report as one thing to listen to: quotes ask it to play, the transcript follows it. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Player } from '../player/player.tsx';
import { openSound, type Sound } from '../player/sound.ts';
import { useSoundState } from '../player/use-sound-state.ts';
import { isSpan, type Listening, type Span } from './listening.ts';
import { firstName } from './names.ts';
import type { Report } from './report-types.ts';
import { soundMarks } from './sound-marks.ts';
import { turnAnchor } from './turn-anchor.ts';

export function useSound(
  report: Report,
  played: (span: Span) => void,
): { listening: Listening; bar: ComponentChildren } {
  const { id } = report.interview;
  const marks = useMemo(() => soundMarks(report), [report]);
  const { recording, levels, failed } = useRecording(id, report.recording !== null, marks.cited);
  const sound = recording?.sound ?? null;
  const { playing, positionMs, span } = useSoundState(sound);

  const play = useCallback(
    (wanted: Span) => {
      if (sound === null) return showWords(report, wanted);
      const now = sound.state();
      if (now.playing && isSpan(now.span, wanted)) return sound.pause();
      played(wanted);
      sound.playSpan(wanted);
    },
    [sound, played, report],
  );
  const audible = sound !== null;
  const lengthMs = sound?.durationMs ?? 0;
  const listening = useMemo<Listening>(
    () => ({ audible, lengthMs, playing, positionMs, span, play, seek: (ms) => sound?.seek(ms) }),
    [audible, lengthMs, playing, positionMs, span, play, sound],
  );
  return { listening, bar: failed ? <Unreachable /> : bar() };

  function bar(): ComponentChildren {
    if (recording === null) return null;
    const name = firstName(report.candidate.name);
    return <Player {...recording} {...marks} levels={levels} name={name} />;
  }
}

function Unreachable() {
  return (
    <p class="player-failed">
      {t('player.failed', 'The recording can’t be reached just now. The words are all here.')}
    </p>
  );
}

interface Opened {
  sound: Sound;
  exportUrl: string;
}

/** Opened, and so recorded, once for a report; the beginnings of its quotes are brought at once. */
function useRecording(
  id: string,
  recorded: boolean,
  cited: Span[],
): { recording: Opened | null; levels: Uint8Array | null; failed: boolean } {
  const [recording, setRecording] = useState<Opened | null>(null);
  const [levels, setLevels] = useState<Uint8Array | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!recorded) return;
    let sound: Sound | null = null;
    const gone = new AbortController();
    const open = async () => {
      const file = await api('GET /api/recruiter/interviews/:id/recording', { params: { id }, signal: gone.signal });
      if (gone.signal.aborted) return;
      sound = openSound(file);
      setRecording({ sound, exportUrl: file.exportUrl });
      // A quote that could not be brought beforehand is brought when it is pressed.
      sound.prefetch(cited).catch(() => {});
      const peaks = await fetch(file.peaksUrl, { signal: gone.signal });
      if (peaks.ok) setLevels(new Uint8Array(await peaks.arrayBuffer()));
    };
    open().catch(() => {
      // Without its drawing a recording can still be heard.
      if (!gone.signal.aborted && sound === null) setFailed(true);
    });
    return () => {
      gone.abort();
      sound?.close();
      setRecording(null);
    };
  }, [id, recorded]);
  return { recording, levels, failed };
}

/** Without sound a quote leads to its words. */
function showWords(report: Report, { startMs }: Span): void {
  const turn = report.turns.findLast((one) => one.startMs <= startMs);
  if (turn !== undefined) document.getElementById(turnAnchor(turn.id))?.scrollIntoView({ block: 'center' });
}
