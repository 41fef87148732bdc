/** The microphone: a moving level, "we hear you", and a fix for each way it can fail. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { microphone as drawn } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { micFaultText } from '../mic-fault-text.ts';
import { type MicCheck, startMicCheck } from '../recorder/mic-check.ts';
import type { MicrophoneFault } from '../recorder/microphone.ts';
import { CheckItem, type CheckState } from './check-item.tsx';

const BARS = 40;

export function MicrophoneCheck({ onState }: { onState: (state: CheckState) => void }) {
  const [check, setCheck] = useState<MicCheck | null>(null);
  const [fault, setFault] = useState<MicrophoneFault | null>(null);
  const [heard, setHeard] = useState(false);
  const [levels, setLevels] = useState<number[]>([]);
  const open = useRef<MicCheck | null>(null);
  const state: CheckState = fault !== null ? 'bad' : heard ? 'good' : 'open';
  useEffect(() => onState(state), [state]);
  useEffect(() => () => void open.current?.close(), []);

  const start = async (device?: string) => {
    await open.current?.close();
    open.current = null;
    setHeard(false);
    const started = await startMicCheck(
      {
        onLevel: (level) => setLevels((before) => [...before.slice(1 - BARS), level]),
        onHeard: () => setHeard(true),
        onLost: () => setFault('none'),
      },
      device,
    );
    if (!started.ok) {
      setCheck(null);
      setFault(started.fault);
      return;
    }
    setFault(null);
    open.current = started.check;
    setCheck(started.check);
  };

  return (
    <CheckItem
      icon={drawn}
      name={t('check.mic', 'Microphone')}
      state={state}
      word={
        fault !== null
          ? t('check.mic.bad', 'Not yet')
          : heard
            ? t('check.mic.good', 'We hear you')
            : check === null
              ? t('check.mic.open', 'Not tried')
              : t('check.mic.say', 'Say something')
      }
    >
      {fault === null ? null : (
        <div class="fix">
          <p>
            <b>{micFaultText(fault).title}</b> {micFaultText(fault).text}
          </p>
          <div class="act">
            <Button kind="main" onClick={() => void start()}>
              {t('mic.again', 'Try the microphone again')}
            </Button>
          </div>
        </div>
      )}
      {check === null && fault === null ? (
        <>
          <p>{t('check.mic.asks', 'Your browser will ask whether this page may use it. Nothing is recorded here.')}</p>
          <div class="act">
            <Button kind="main" onClick={() => void start()}>
              {t('check.mic.try', 'Try the microphone')}
            </Button>
          </div>
        </>
      ) : null}
      {check === null ? null : (
        <>
          <Level levels={levels} />
          {check.devices.length > 1 ? (
            <SelectField
              label={t('check.mic.which', 'Microphone in use')}
              value={check.devices.find((device) => device.inUse)?.id ?? ''}
              options={check.devices.map((device, i) => ({
                value: device.id,
                label: device.name === '' ? t('check.mic.nth', 'Microphone {n}', { n: i + 1 }) : device.name,
              }))}
              onChange={(id) => void start(id)}
            />
          ) : null}
        </>
      )}
    </CheckItem>
  );
}

/** The last two seconds as bars; loud is high. */
function Level({ levels }: { levels: number[] }) {
  return (
    <svg
      class="levels"
      viewBox={`0 0 ${BARS * 4} 32`}
      role="img"
      aria-label={t('check.mic.level', 'Microphone level')}
      preserveAspectRatio="none"
    >
      {Array.from({ length: BARS }, (_, i) => {
        const level = levels[levels.length - BARS + i] ?? 0;
        const height = 3 + Math.min(1, level * 4) * 28;
        return <rect key={i} x={i * 4} y={16 - height / 2} width={2.5} height={height} rx={1.25} />;
      })}
    </svg>
  );
}
