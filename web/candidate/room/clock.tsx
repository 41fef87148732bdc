/** Time left, from the server, counted down here between two messages; it can be hidden. */
import { useEffect, useState } from 'preact/hooks';
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { timeLeft } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { clock as drawn } from '../../shared/icons.ts';

const TICK_MS = 1000;

export function Clock({ clock, at, stopped }: { clock: View['clock']; at: number; stopped: boolean }) {
  const [now, setNow] = useState(() => performance.now());
  const runs = clock.running && !stopped;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [runs]);
  const leftMs = Math.max(0, clock.remainingMs - (runs ? Math.max(0, now - at) : 0));
  return (
    <details class="clock" open>
      <summary>
        <Icon d={drawn} />
        <span class="shut">{t('room.clock.show', 'Show time')}</span>
        <span class="open left">
          {timeLeft(leftMs)}
          <span class="vh">{t('room.clock.hide', 'Hide time')}</span>
        </span>
      </summary>
    </details>
  );
}
