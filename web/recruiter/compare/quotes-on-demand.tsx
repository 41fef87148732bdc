/** The quotes behind a level; one recording is opened when the first of its quotes is played. */
import { useRef, useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { ListeningContext, type Span } from '../report/listening.ts';
import { QuoteButton } from '../report/quote-button.tsx';
import type { Person, PersonCriterion } from './compare-types.ts';

interface Props {
  person: Person;
  quotes: PersonCriterion['quotes'];
  open: boolean;
  onOpen: (open: boolean) => void;
}

export function QuotesOnDemand({ person, quotes, open, onOpen }: Props) {
  const audio = useRef<HTMLAudioElement>(null);
  const [at, put] = useState<{ span: Span | null; playing: boolean; positionMs: number }>({
    span: null,
    playing: false,
    positionMs: 0,
  });
  const play = async (span: Span) => {
    const element = audio.current;
    if (element === null) return;
    if (at.playing && at.span?.startMs === span.startMs) return element.pause();
    if (element.getAttribute('src') === null) {
      const opened = await api('GET /api/recruiter/interviews/:id/recording', { params: { id: person.id } }).catch(
        () => null,
      );
      if (opened === null) return;
      element.src = opened.url;
    }
    for (const other of document.querySelectorAll('audio')) if (other !== element) other.pause();
    element.currentTime = span.startMs / 1000;
    put({ span, playing: true, positionMs: span.startMs });
    await element.play().catch(() => put((before) => ({ ...before, playing: false })));
  };
  const moved = () => {
    const ms = (audio.current?.currentTime ?? 0) * 1000;
    if (at.span !== null && ms >= at.span.endMs) audio.current?.pause();
    put((before) => ({ ...before, positionMs: ms }));
  };
  return (
    <details open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>{t('compare.quotes', '{n, plural, one {# quote} other {# quotes}}', { n: quotes.length })}</summary>
      {/* biome-ignore lint/a11y/useMediaCaption: the quote that plays stands in writing */}
      <audio
        ref={audio}
        preload="none"
        onTimeUpdate={moved}
        onPause={() => put((before) => ({ ...before, playing: false, span: null }))}
      />
      <ListeningContext.Provider
        value={{
          audible: true,
          lengthMs: Number.POSITIVE_INFINITY,
          ...at,
          play: (span) => void play(span),
          seek: () => {},
        }}
      >
        <ul class="quotes">
          {quotes.map((quote) => (
            <li key={`${quote.turnId} ${quote.startMs}`}>
              <QuoteButton quote={quote} words={null} />
            </li>
          ))}
        </ul>
      </ListeningContext.Provider>
    </details>
  );
}
