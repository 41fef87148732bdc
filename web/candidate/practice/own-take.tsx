/** Hear yourself: a button, the sound as bars, and where it is. */
import { useRef, useState } from 'preact/hooks';
import { position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { pause, play } from '../../shared/icons.ts';
import type { Take } from '../recorder/practice.ts';
import { bars } from './wave-rules.ts';

const BARS = 40;
const LEVELS_A_SECOND = 20;

export function OwnTake({ take }: { take: Take }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [atMs, setAtMs] = useState(0);
  const [plays, setPlays] = useState(false);
  const lengthMs = (take.levels.length / LEVELS_A_SECOND) * 1000;
  const toggle = () => {
    if (plays) audio.current?.pause();
    else void audio.current?.play();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: one's own words, a moment ago; what was understood stands below */}
      <audio
        ref={audio}
        src={take.address}
        onPlay={() => setPlays(true)}
        onPause={() => setPlays(false)}
        onEnded={() => setPlays(false)}
        onTimeUpdate={(event) => setAtMs(event.currentTarget.currentTime * 1000)}
      />
      <button type="button" class="btn btn-line round" onClick={toggle}>
        <Icon d={plays ? pause : play} solid />
        <span class="vh">{plays ? t('practice.pause', 'Pause') : t('practice.hear', 'Hear yourself')}</span>
      </button>
      <Wave levels={take.levels} played={lengthMs === 0 ? 0 : atMs / lengthMs} />
      <span class="data nowrap">
        {t('practice.at', '{at} of {length}', { at: position(Math.min(atMs, lengthMs)), length: position(lengthMs) })}
      </span>
    </>
  );
}

/** `played`: how much of it, from 0 to 1. */
export function Wave({ levels, played }: { levels: readonly number[]; played: number }) {
  return (
    <svg class="wave" viewBox={`0 0 ${BARS * 6} 100`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {bars(levels, BARS).map((level, i) => {
        const height = 6 + level * 88;
        const place = i * 6;
        return (
          <rect
            key={place}
            x={place}
            y={50 - height / 2}
            width={3}
            height={height}
            rx={1.5}
            class={(i + 0.5) / BARS <= played ? 'played' : undefined}
          />
        );
      })}
    </svg>
  );
}
