/** A verbatim quote: pressing it plays the moment; where there is no sound of it, it leads to its words instead. */
import type { ComponentChildren } from 'preact';
import { position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { pause, play } from '../../shared/icons.ts';
import { heard, isSpan, type Span, useListening } from './listening.ts';

export interface Audible extends Span {
  /** False for what was typed, and for what no recording reaches. */
  audible: boolean;
}

interface Props {
  quote: Audible & { text: string };
  /** Where its words stand; null where they are not on this page. */
  words: string | null;
}

export function QuoteButton({ quote, words }: Props) {
  const listening = useListening();
  if (!quote.audible || !listening.audible) return <Written quote={quote} words={words} />;
  const on = isSpan(listening.span, quote);
  const playing = on && listening.playing;
  return (
    <button class="quote" type="button" aria-pressed={on} onClick={() => listening.play(quote)}>
      <span class="disc">
        <Icon d={playing ? pause : play} solid />
      </span>
      <Text quote={quote} />
      {on ? (
        <svg class="heard" aria-hidden="true">
          <rect width={`${heard(quote, listening.positionMs) * 100}%`} height="2" />
        </svg>
      ) : null}
    </button>
  );
}

function Written({ quote, words }: Props): ComponentChildren {
  if (words === null) {
    return (
      <div class="quote written">
        <Text quote={quote} />
      </div>
    );
  }
  return (
    <a class="quote written" href={words}>
      <Text quote={quote} />
    </a>
  );
}

function Text({ quote }: { quote: Props['quote'] }) {
  return (
    <>
      <q dir="auto">{quote.text}</q>
      <span class="at">
        <span class="vh">{t('quote.at', 'at')} </span>
        {position(quote.startMs)}
      </span>
    </>
  );
}

/** A small chip after a sentence: the moment that the sentence stands on. */
export function Cite({ span, words }: { span: Audible; words: string }) {
  const listening = useListening();
  const on = isSpan(listening.span, span);
  const at = position(span.startMs);
  if (!span.audible || !listening.audible) {
    return (
      <a class="cite" href={words} aria-label={t('cite.show', 'Show the words at {at}', { at })}>
        {at}
      </a>
    );
  }
  return (
    <button
      class="cite"
      type="button"
      aria-pressed={on}
      aria-label={t('cite.play', 'Play from {at}', { at })}
      onClick={() => listening.play(span)}
    >
      <Icon d={on && listening.playing ? pause : play} solid />
      {at}
    </button>
  );
}
