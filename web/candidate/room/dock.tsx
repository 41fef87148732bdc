/** What can be done while speaking. The main button follows what happens now. */
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { repeat as again, keyboard, think } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';

interface Props {
  view: View;
  thinkAloud: () => void;
  repeat: () => void;
  type: () => void;
  done: () => void;
  interrupt: () => void;
}

export function Dock({ view, thinkAloud, repeat, type, done, interrupt }: Props) {
  return (
    <div class="dock-in">
      <button class="tool" type="button" aria-pressed={view.thinkingOn} onClick={thinkAloud}>
        <Icon d={think} />
        {t('room.think', 'Let me think')}
      </button>
      <button class="tool" type="button" onClick={repeat}>
        <Icon d={again} />
        {t('room.repeat', 'Repeat')}
      </button>
      <button class="tool" type="button" onClick={type}>
        <Icon d={keyboard} />
        {t('room.type', 'Type instead')}
      </button>
      <Main view={view} done={done} interrupt={interrupt} />
    </div>
  );
}

function Main({ view, done, interrupt }: Pick<Props, 'view' | 'done' | 'interrupt'>) {
  switch (view.phase) {
    case 'speaking':
      return (
        <Button kind="main" class="done" onClick={interrupt}>
          {t('room.answer-now', 'Answer now')}
        </Button>
      );
    case 'listening':
      return (
        <Button kind="main" class="done" onClick={done}>
          {t('room.done', 'I’m done')}
        </Button>
      );
    default:
      return (
        <Button kind="main" class="done" why={t('room.moment', 'One moment: the next question is chosen.')}>
          {t('room.done', 'I’m done')}
        </Button>
      );
  }
}
