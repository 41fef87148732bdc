/** What is rarely needed and always there: patience, a break, a person, leaving for now. */
import { useRef } from 'preact/hooks';
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { dayTimeAndZone } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { options } from '../../shared/icons.ts';
import { Switch } from '../../shared/ui/switch.tsx';
import type { OwnInterview } from '../link.ts';
import { RecordingChoice } from './recording-choice.tsx';
import { useOutsideClose } from './use-outside-close.ts';

interface Props {
  view: View;
  own: OwnInterview | null;
  until: string;
  waitLonger: (on: boolean) => void;
  takeBreak: () => void;
  askHuman: () => void;
  leave: () => void;
}

export function OptionsMenu({ view, own, until, waitLonger, takeBreak, askHuman, leave }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  const shut = useOutsideClose(ref);
  const choose = (act: () => void) => () => {
    shut();
    act();
  };
  return (
    <details class="menu" ref={ref}>
      <summary>
        <Icon d={options} />
        <span>{t('room.options', 'Options')}</span>
      </summary>
      <div class="sheet">
        <label class="row" for="wait-longer">
          <span>
            {t('room.wait-longer', 'Wait longer before a reminder')}
            <small>{t('room.wait-longer.more', 'For answers with long pauses')}</small>
          </span>
          <Switch id="wait-longer" on={view.waitLonger} onChange={waitLonger} />
        </label>
        {own === null ? null : <RecordingChoice own={own} on={view.recording} />}
        {view.breaksLeft > 0 && view.phase === 'listening' ? (
          <button class="row" type="button" onClick={choose(takeBreak)}>
            <span>
              {t('room.break', 'Take a break')}
              <small>{t('room.break.more', 'Up to 5 minutes, the clock stops')}</small>
            </span>
          </button>
        ) : null}
        <button class="row" type="button" onClick={choose(askHuman)}>
          <span>
            {t('room.human', 'Ask for a human')}
            <small>{t('room.human.more', 'The interview ends here, without harm')}</small>
          </span>
        </button>
        <button class="row" type="button" onClick={choose(leave)}>
          <span>
            {t('room.leave', 'Leave for now')}
            <small>
              {t('room.leave.more', 'Come back to this question until {until}', { until: dayTimeAndZone(until) })}
            </small>
          </span>
        </button>
      </div>
    </details>
  );
}
