/** The middle of the room while speaking: the question, whose turn it is, the caption. */
import type { ComponentChildren } from 'preact';
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { check, lock } from '../../shared/icons.ts';
import { Ring } from '../ring/ring.tsx';
import { lastWords } from './last-words-rules.ts';
import { Question } from './question.tsx';
import type { RoomSentences } from './room-sentences-rules.ts';
import { captionText, hintText, wordText } from './room-texts.ts';
import { RecordingSign } from './turn-line.tsx';

/** Four lines or so: who speaks looks at the last words; all of them are on the review page. */
const SHOWN_CHARS = 200;

interface Props {
  view: View;
  sentences: RoomSentences;
  said: number;
  /** The interviewer's words, as far as they are known. */
  theirs: string;
  /** The candidate's own words so far: what is certain, and what may still change. */
  /** What was said last and will not change any more, for who listens to the page. */
  settled: string;
  own: { text: string; guess: string; saved: boolean };
  /** What is being mended; it stands below the question, which never moves. */
  children?: ComponentChildren;
}

export function Stage({ view, sentences, said, theirs, settled, own, children }: Props) {
  return (
    <>
      <Question view={view} />
      {children}
      <div class="voice" data-state={sentences.ring}>
        <Ring state={sentences.ring} />
        <div class="voice-text">
          <p role="status">
            <span class="word">{wordText(sentences.word)}</span> <span class="hint">{hintText(sentences.hint)}</span>
          </p>
          <RecordingSign sign={sentences.sign} />
        </div>
      </div>
      <section class="caption" aria-label={t('room.caption', 'Conversation')}>
        <p class="vh" aria-live="polite" lang={view.language}>
          {settled}
        </p>
        {view.phase === 'speaking' ? (
          <TheirWords text={theirs} said={said} language={view.language} />
        ) : (
          <OwnWords {...own} hint={captionText(sentences.caption)} language={view.language} />
        )}
      </section>
    </>
  );
}

function TheirWords({ text, said, language }: { text: string; said: number; language: string }) {
  return (
    <>
      <p class="who">
        <span>{t('room.interviewer', 'Interviewer')}</span>
      </p>
      <p class="say" dir="auto" lang={language}>
        {text.slice(0, said)}
        <span class="soft">{text.slice(said)}</span>
      </p>
    </>
  );
}

function OwnWords({ text, guess, saved, hint, language }: Props['own'] & { hint: string; language: string }) {
  const nothing = text === '' && guess === '';
  const shown = lastWords(text, SHOWN_CHARS - guess.length);
  return (
    <>
      <p class="who">
        <span class="you">{t('room.you', 'You')}</span>
        {nothing ? null : (
          <span class="saved">
            <Icon d={saved ? check : lock} />
            {saved ? t('room.saved', 'Saved') : t('room.on-this-device', 'Kept on this device')}
          </span>
        )}
      </p>
      <p class="say" dir="auto" lang={nothing ? undefined : language}>
        {nothing ? (
          <span class="soft">{hint}</span>
        ) : (
          <>
            {shown} <span class="soft">{lastWords(guess, SHOWN_CHARS)}</span>
          </>
        )}
      </p>
    </>
  );
}
