/** The interviewer's words: spoken by this device's voice or shown for their reading time, then reported as over. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { speak, type Utterance, voiceFor } from '../speech/voice.ts';
import type { Session } from './use-session.ts';

/** Who types reads; the words are on the screen at once, so only a breath is waited. */
const GLANCE_MS = 700;

export interface Interviewer {
  /** How far the words have been said, in characters. */
  said: number;
  /** This device has a voice for them; without one they are read. */
  sounds: boolean;
  /** The candidate begins before the end. */
  interrupt: () => void;
}

/** `served`: the words are said by a voice that is served, see use-talk.ts; here only who types reads them. */
export function useInterviewer({ view, line, act }: Session, served: boolean): Interviewer {
  const [said, setSaid] = useState(0);
  /** What the last utterance showed; null before any. */
  const [sounded, setSounded] = useState<boolean | null>(null);
  const speaking = useRef<Utterance | null>(null);
  const utterance = view?.phase === 'speaking' ? view.utterance : null;
  const turn = utterance?.turn ?? null;
  const active = line === 'up' && turn !== null && !(served && view?.mode === 'voice');

  useEffect(() => {
    if (!active || utterance === null || view === null || turn === null) return;
    setSaid(0);
    if (view.mode === 'text') {
      setSaid(utterance.text.length);
      const timer = setTimeout(() => act({ type: 'spoken', turn }), GLANCE_MS);
      return () => clearTimeout(timer);
    }
    const voice = speak(utterance.text, { language: view.language, onWord: setSaid, onVoice: setSounded });
    speaking.current = voice;
    void voice.done.then(({ how, heardChars }) => {
      if (speaking.current !== voice) return;
      speaking.current = null;
      if (how === 'stopped') act({ type: 'barge-in', turn, heardChars });
      else act({ type: 'spoken', turn });
    });
    return () => {
      if (speaking.current === voice) speaking.current = null;
      voice.stop();
    };
  }, [turn, active, view?.mode]);

  return {
    said,
    sounds: view?.mode === 'voice' && (sounded ?? voiceFor(view.language) !== null),
    interrupt: () => {
      if (speaking.current !== null) speaking.current.stop();
      else if (turn !== null) act({ type: 'spoken', turn });
    },
  };
}
