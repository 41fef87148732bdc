/** Whose turn it is, in a word and a hint. */
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import type { RingState } from '../ring/ring.tsx';
import type { Session } from './use-session.ts';
import type { LineState } from './wire.ts';

export interface StateWords {
  ring: RingState;
  word: string;
  hint: string;
}

export function stateWords(
  view: View,
  line: LineState,
  { gentle, trouble }: Pick<Session, 'gentle' | 'trouble'>,
): StateWords {
  if (line === 'down' || line === 'connecting') {
    return {
      ring: 'reconnecting',
      word: t('room.still-here', 'Still here'),
      hint: t('room.still-here.hint', 'Go on, or wait. Both are fine.'),
    };
  }
  if (trouble === 'moment' && view.phase !== 'listening') {
    return {
      ring: 'thinking',
      word: t('room.one-moment', 'One moment'),
      hint: t(
        'room.one-moment.hint',
        'Something on our side failed. We go on another way, and your time stands still.',
      ),
    };
  }
  switch (view.phase) {
    case 'speaking':
      return {
        ring: 'speaking',
        word: t('room.speaking', 'Speaking'),
        hint:
          view.ears === 'session'
            ? t('room.speaking.hint-voice', 'Begin to speak, and it stops for you.')
            : t('room.speaking.hint', '“Answer now” stops it for you.'),
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
        hint: view.hearing
          ? t('room.hearing.hint', 'Your last words are written down.')
          : t('room.thinking.hint', 'Your answer is saved.'),
      };
  }
}
