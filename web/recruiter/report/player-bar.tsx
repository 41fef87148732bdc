/** The player at the foot of a report. */
import { position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { back15, download, forward15, pause, play } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { firstName } from './names.ts';
import type { Report } from './report-types.ts';
import { Track } from './track.tsx';
import type { Lanes } from './waveform.ts';

interface Props {
  report: Report;
  lanes: Lanes | null;
  durationMs: number;
  positionMs: number;
  playing: boolean;
  speed: number;
  exportUrl: string;
  onToggle: () => void;
  onSeek: (ms: number) => void;
  onSpeed: (speed: number) => void;
}

const SPEEDS = [0.75, 1, 1.25, 1.5, 2] as const;
const SKIP_MS = 15_000;

export function PlayerBar(props: Props) {
  const { report, durationMs, positionMs, playing, speed, onToggle, onSeek, onSpeed } = props;
  return (
    <section class="player" aria-label={t('player.label', 'Recording')}>
      <div class="transport">
        <Button kind="quiet" square icon={back15} class="skip-by" onClick={() => onSeek(positionMs - SKIP_MS)}>
          {t('player.back', 'Back 15 seconds')}
        </Button>
        <button
          class="go"
          type="button"
          aria-keyshortcuts="Space"
          aria-label={playing ? t('player.pause', 'Pause') : t('player.play', 'Play')}
          onClick={onToggle}
        >
          <Icon d={playing ? pause : play} solid />
        </button>
        <Button kind="quiet" square icon={forward15} class="skip-by" onClick={() => onSeek(positionMs + SKIP_MS)}>
          {t('player.forward', 'Forward 15 seconds')}
        </Button>
        <div class="clock">
          <span>
            <b>{position(positionMs)}</b>
            <span class="whole dim"> {t('player.of', 'of {whole}', { whole: position(durationMs) })}</span>
          </span>
          <select
            class="speed"
            aria-label={t('player.speed', 'Speed')}
            value={String(speed)}
            onChange={(event) => onSpeed(Number(event.currentTarget.value))}
          >
            {SPEEDS.map((one) => (
              <option key={one} value={String(one)}>
                {t('player.times', '{n, number}×', { n: one })}
              </option>
            ))}
          </select>
          <a class="export" href={props.exportUrl} download aria-label={t('player.export', 'Download the recording')}>
            <Icon d={download} small />
          </a>
        </div>
      </div>
      <div class="lanes">
        <div class="lane-names" aria-hidden="true">
          <span />
          <span>{t('transcript.interviewer', 'Interviewer')}</span>
          <span dir="auto">{firstName(report.candidate.name)}</span>
          <span />
        </div>
        <Track report={report} lanes={props.lanes} durationMs={durationMs} positionMs={positionMs} onSeek={onSeek} />
      </div>
    </section>
  );
}
