/** Whose turn it is, in a word and a hint. */
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import type { RingState } from '../ring/ring.tsx';
import type { LineState } from './wire.ts';

export interface StateWords {
  ring: RingState;
  word: string;
  hint: string;
}

export function stateWords(view: View, line: LineState, gentle: boolean): StateWords {
  if (line === 'down' || line === 'connecting') {
    return {
      ring: 'reconnecting',
      word: t('room.still-here', 'Still here'),
      hint: t('room.still-here.hint', 'Go on, or wait. Both are fine.'),
    };
  }
  switch (view.phase) {
    case 'speaking':
      return {
        ring: 'speaking',
        word: t('room.speaking', 'Speaking'),
        hint: t('room.speaking.hint', '“Answer now” stops it for you.'),
      };
    case 'listening':
      if (view.thinkingOn) {
        return {
          ring: 'listening',
          word: t('room.your-time', 'Your time'),
          hint: t('room.your-time.hint', 'Think. Nobody will prompt you.'),
        };
      }
      return {
        ring: 'listening',
        word: t('room.listening', 'Listening'),
        hint: gentle
          ? t('room.gentle', 'Still here. Take all the time you need.')
          : t('room.listening.hint', 'Take your time. Pauses are fine.'),
      };
    case 'paused':
      return {
        ring: 'closed',
        word: t('room.paused', 'A break'),
        hint: t('room.paused.hint', 'The clock stands still.'),
      };
    default:
      return {
        ring: 'thinking',
        word: t('room.thinking', 'Thinking'),
        hint: t('room.thinking.hint', 'Your answer is saved.'),
      };
  }
}
