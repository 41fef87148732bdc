/** The recording of a report as one thing to listen to: quotes ask it to play, the transcript follows it. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { isSpan, type Listening, type Span } from './listening.ts';
import type { Report } from './report-types.ts';

/** A quote is heard from a little before its first sound. */
const LEAD_MS = 120;

export function useSound(
  report: Report,
  played: (span: Span) => void,
): { listening: Listening; bar: ComponentChildren } {
  const audio = useRef<HTMLAudioElement>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [shown, show] = useState<{ playing: boolean; positionMs: number; span: Span | null }>({
    playing: false,
    positionMs: 0,
    span: null,
  });
  const { id } = report.interview;
  const audible = report.recording !== null;

  useEffect(() => {
    if (!audible) return;
    api('GET /api/recruiter/interviews/:id/recording', { params: { id } }).then(
      (opened) => setUrl(opened.url),
      () => setUrl(null),
    );
  }, [id, audible]);

  const play = useCallback(
    (span: Span) => {
      const element = audio.current;
      if (element === null) return;
      played(span);
      if (isSpan(shown.span, span) && !element.paused) return element.pause();
      element.currentTime = Math.max(0, span.startMs - LEAD_MS) / 1000;
      show((before) => ({ ...before, span, positionMs: span.startMs }));
      void element.play();
    },
    [shown.span, played],
  );

  const listening = useMemo<Listening>(
    () => ({
      audible,
      ...shown,
      play,
      seek: (ms) => {
        if (audio.current !== null) audio.current.currentTime = ms / 1000;
      },
    }),
    [audible, shown, play],
  );
  const bar =
    url === null ? null : (
      // biome-ignore lint/a11y/useMediaCaption: the transcript beside it follows the sound
      <audio ref={audio} src={url} controls />
    );
  return { listening, bar };
}
