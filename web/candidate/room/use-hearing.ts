/** What the candidate says, recognised on this device where the browser can; else there is only the typed word. */
import { useEffect, useState } from 'preact/hooks';
import type { Segment } from '../../../durable-objects/interview/protocol.ts';
import { recognition, startListening } from '../speech/recognition.ts';
import type { Session } from './use-session.ts';

export interface Hearing {
  /** False: this browser recognises nothing on the device; what should be read is typed. Null until that is known. */
  able: boolean | null;
  segments: Segment[];
  guess: string;
  clear: () => void;
}

export function useHearing(session: Session, active: boolean): Hearing {
  const [able, setAble] = useState<boolean | null>(null);
  const [segments, setSegments] = useState<Segment[]>(session.draft.segments);
  const [guess, setGuess] = useState('');
  const language = session.view?.language ?? 'en';

  useEffect(() => {
    void recognition(language).then((found) => setAble(found === 'available'));
  }, [language]);
  useEffect(() => setSegments(session.draft.segments), [session.draft]);
  useEffect(() => {
    if (!active || able !== true) return;
    const listener = startListening({
      language,
      sessionNowMs: session.nowMs,
      onHeard: (heard) => {
        setGuess('');
        setSegments((before) => {
          const next = [...before, heard];
          session.act({ type: 'draft', text: '', segments: next });
          return next;
        });
      },
      onGuess: setGuess,
      onUnavailable: () => setAble(false),
    });
    return () => listener.stop();
  }, [active, able, language]);

  return {
    able,
    segments,
    guess,
    clear: () => {
      setSegments([]);
      setGuess('');
    },
  };
}
