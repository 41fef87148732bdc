/** The network: a number and a word, measured by asking the server a few times for something that it need not look up. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { network as drawn } from '../../shared/icons.ts';
import { CheckItem, type CheckState } from './check-item.tsx';

const TRIES = 4;
/** Above this an answer feels late; nothing is lost by it. */
const SLOW_MS = 800;

export function NetworkCheck() {
  const [roundMs, setRoundMs] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    void measure().then(
      (ms) => gone || setRoundMs(ms),
      () => gone || setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, []);
  const state: CheckState = failed ? 'bad' : roundMs === null ? 'open' : 'good';
  return (
    <CheckItem
      icon={drawn}
      name={t('check.network', 'Network')}
      state={state}
      word={
        failed
          ? t('check.network.bad', 'No answer')
          : roundMs === null
            ? t('check.network.open', 'Asking…')
            : roundMs > SLOW_MS
              ? t('check.network.slow', 'Slow, and enough')
              : t('check.network.good', 'Good')
      }
    >
      {/* Its line is there before the figure is: what lies below stays where it is. */}
      <p>
        <b class="ink">
          {roundMs === null ? '\u00A0' : t('check.network.ms', 'An answer takes {ms} milliseconds.', { ms: roundMs })}
        </b>
      </p>
      <p>{t('check.network.safe', 'If the line drops, your answer waits on this device and nothing is lost.')}</p>
    </CheckItem>
  );
}

/** The best of a few: what the line can do when nothing else happens. */
async function measure(): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i += 1) {
    const from = performance.now();
    await api('GET /api/visitor/installation');
    best = Math.min(best, performance.now() - from);
  }
  return Math.round(best);
}
