/** The words of the room's sentences; which of them stands is decided in room-sentences-rules.ts. */
import { t } from '../../shared/i18n.ts';
import type { CaptionHint, FieldName, Hint, Kept, Sign, Word } from './room-sentences-rules.ts';

export function wordText(word: Word): string {
  switch (word) {
    case 'still-here':
      return t('room.still-here', 'Still here');
    case 'waiting-to-be-sent':
      return t('room.waiting-to-be-sent', 'Waiting to be sent');
    case 'one-moment':
      return t('room.one-moment', 'One moment');
    case 'speaking':
      return t('room.speaking', 'Speaking');
    case 'asking':
      return t('room.asking', 'Asking');
    case 'your-time':
      return t('room.your-time', 'Your time');
    case 'listening':
      return t('room.listening', 'Listening');
    case 'opening-microphone':
      return t('room.opening-microphone', 'Opening the microphone');
    case 'your-turn':
      return t('room.your-turn', 'Your turn');
    case 'a-break':
      return t('room.paused', 'A break');
    case 'thinking':
      return t('room.thinking', 'Thinking');
  }
}

export function hintText(hint: Hint): string {
  switch (hint) {
    case 'go-on-or-wait':
      return t('room.still-here.hint', 'Go on, or wait. Both are fine.');
    case 'go-on-writing':
      return t('room.go-on-writing', 'Go on writing, or wait. Both are fine.');
    case 'goes-out-by-itself':
      return t('room.goes-out', 'It goes out by itself as soon as the line is back.');
    case 'we-go-another-way':
      return t(
        'room.one-moment.hint',
        'Something on our side failed. We go on another way, and your time stands still.',
      );
    case 'begin-and-it-stops':
      return t('room.speaking.hint-voice', 'Begin to speak, and it stops for you.');
    case 'answer-now-stops-it':
      return t('room.speaking.hint', '“Answer now” stops it for you.');
    case 'read-the-question':
      return t('room.asking.hint', 'Read the question; there is no sound.');
    case 'nobody-prompts':
      return t('room.your-time.hint', 'Think. Nobody will prompt you.');
    case 'all-the-time':
      return t('room.gentle', 'Still here. Take all the time you need.');
    case 'pauses-are-fine':
      return t('room.listening.hint', 'Take your time. Pauses are fine.');
    case 'speak-then-write':
      return t('room.recording.hint', 'Speak to think if you like. What you write counts.');
    case 'allow-microphone':
      return t('room.opening-microphone.hint', 'Your browser may ask you to allow it.');
    case 'no-microphone':
      return t('room.no-microphone.hint', 'Nothing is heard now. Try the microphone again, or type.');
    case 'write-your-answer':
      return t('room.your-turn.hint', 'Write your answer.');
    case 'clock-stands':
      return t('room.paused.hint', 'The clock stands still.');
    case 'writing-down':
      return t('room.hearing.hint', 'Your last words are being written down.');
    case 'answer-saved':
      return t('room.thinking.hint', 'Your answer is saved.');
    case 'answer-on-its-way':
      return t('room.thinking.on-its-way', 'Your answer is on its way.');
  }
}

export function signText(sign: Sign): string {
  switch (sign) {
    case 'recording':
      return t('room.sign.recording', 'Recording');
    case 'not-agreed':
      return t('room.sign.not-agreed', 'Not recorded');
    case 'no-microphone':
      return t('room.sign.no-microphone', 'Not recording: no microphone');
    case 'not-while-writing':
      return t('room.sign.writing', 'Not recording while you only type');
    case 'not-now':
      return t('room.sign.not-now', 'Not recording now');
  }
}

export function captionText(caption: CaptionHint): string {
  switch (caption) {
    case 'voiced':
      return t('room.caption.voiced', 'We hear you. Your words follow.');
    case 'words-appear':
      return t('room.caption.able', 'Your words appear here.');
    case 'opening':
      return t('room.caption.opening', 'One moment until your words can appear here.');
    case 'not-heard':
      return t('room.caption.not-heard', 'Nothing is heard now.');
    case 'write-instead':
      return t('room.caption.write', 'This browser writes no captions. You write what should be read.');
  }
}

export function fieldText(field: FieldName): string {
  switch (field) {
    case 'answer':
      return t('room.answer', 'Your answer');
    case 'write-what-counts':
      return t('room.write-what-counts', 'Write what counts: this is what people read');
    case 'write-what-counts-recorded':
      return t('room.write-what-counts.recorded', 'Write what counts; your recording stays beside it');
  }
}

export function keptText(kept: Kept): string {
  switch (kept) {
    case 'with-us':
      return t('room.kept', 'Kept as you type.');
    case 'on-device':
      return t('room.on-device', 'Kept on this device until the line is back.');
    case 'in-tab':
      return t('room.in-tab', 'Kept in this tab until the line is back: leave it open.');
  }
}
