/** A verbatim quote; pressing it plays the moment, or shows it in the transcript when nothing was recorded. */
import { position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { pause, play } from '../../shared/icons.ts';
import { heard, isSpan, type Span, useListening } from './listening.ts';

export function QuoteButton({ quote }: { quote: Span & { text: string } }) {
  const listening = useListening();
  const on = isSpan(listening.span, quote);
  const playing = on && listening.playing;
  return (
    <button class="quote" type="button" aria-pressed={on} onClick={() => listening.play(quote)}>
      <span class="disc">
        <Icon d={playing ? pause : play} solid />
      </span>
      <q>{quote.text}</q>
      <span class="at">
        <span class="vh">{t('quote.at', 'at')} </span>
        {position(quote.startMs)}
      </span>
      {on ? (
        <svg class="heard" aria-hidden="true">
          <rect width={`${heard(quote, listening.positionMs) * 100}%`} height="2" />
        </svg>
      ) : null}
    </button>
  );
}

/** A small chip after a sentence: the moment that the sentence stands on. */
export function Cite({ span }: { span: Span }) {
  const listening = useListening();
  const on = isSpan(listening.span, span);
  const at = position(span.startMs);
  return (
    <button
      class="cite"
      type="button"
      aria-pressed={on}
      aria-label={
        listening.audible ? t('cite.play', 'Play from {at}', { at }) : t('cite.show', 'Show the words at {at}', { at })
      }
      onClick={() => listening.play(span)}
    >
      <Icon d={on && listening.playing ? pause : play} solid />
      {at}
    </button>
  );
}
