/** The recording, pinned under a report: transport on one side, both voices along one line of time on the other. */
import { useEffect } from 'preact/hooks';
import { position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { back15, download, forward15, pause, play } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { Sound, Span } from './sound.ts';
import { type Mark, Track } from './track.tsx';
import { useSoundState } from './use-sound-state.ts';
import './player.css';

interface Props {
  sound: Sound;
  /** The whole recording as one ordinary file. */
  exportUrl: string;
  /** Levels of both lanes; null until they are here. */
  levels: Uint8Array | null;
  /** The candidate, in a word. */
  name: string;
  questions: readonly Mark[];
  cited: readonly Span[];
  typed: readonly Span[];
}

const JUMP_MS = 15_000;
const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;

export function Player({ sound, exportUrl, levels, name, questions, cited, typed }: Props) {
  const state = useSoundState(sound);
  const toggle = () => (sound.state().playing ? sound.pause() : sound.play());
  const jump = (ms: number) => sound.seek(sound.positionMs() + ms);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || event.defaultPrevented || isControl(event.target)) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      toggle();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [sound]);

  return (
    <section class="player" aria-label={t('player.title', 'Recording')}>
      <div class="transport">
        <Button kind="quiet" square icon={back15} class="skip15" onClick={() => jump(-JUMP_MS)}>
          {t('player.back', 'Back 15 seconds')}
        </Button>
        <button
          class="go"
          type="button"
          aria-keyshortcuts="Space"
          aria-label={state.playing ? t('player.pause', 'Pause') : t('player.play', 'Play')}
          onClick={toggle}
        >
          <Icon d={state.playing ? pause : play} solid />
        </button>
        <Button kind="quiet" square icon={forward15} class="skip15" onClick={() => jump(JUMP_MS)}>
          {t('player.forward', 'Forward 15 seconds')}
        </Button>
        <p class="clock">
          <Clock at={state.positionMs} of={sound.durationMs} />
          <select
            class="speed"
            aria-label={t('player.speed', 'Speed')}
            value={state.speed}
            onChange={(event) => sound.setSpeed(Number(event.currentTarget.value))}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {t('player.times', '{n, number}×', { n: speed })}
              </option>
            ))}
          </select>
          <a class="export" href={exportUrl} download aria-label={t('player.export', 'Download the recording')}>
            <Icon d={download} small />
          </a>
        </p>
      </div>
      <div class="lanes">
        <div class="labels" aria-hidden="true">
          <span />
          <span>{t('transcript.interviewer', 'Interviewer')}</span>
          <span dir="auto">{name}</span>
          <span />
        </div>
        <Track sound={sound} levels={levels} questions={questions} cited={cited} typed={typed} />
      </div>
      {state.failed ? (
        <p class="player-failed" role="status">
          {t('player.failed', 'The recording can’t be reached just now. The words are all here.')}
        </p>
      ) : null}
    </section>
  );
}

function Clock({ at, of }: { at: number; of: number }) {
  return (
    <span>
      <b>{position(at)}</b>
      <span class="total"> {t('player.of', 'of {length}', { length: position(of) })}</span>
    </span>
  );
}

/** Space presses the button that has the focus. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('button, a, input, select, textarea, summary, dialog, [contenteditable]') !== null
  );
}
