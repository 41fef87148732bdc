/** Whether somebody has spoken since this answer began: a recorder that ran beside silence has recorded no answer. */
import { useRef, useState } from 'preact/hooks';
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { voiceListener } from '../recorder/voice-listener-rules.ts';

export interface Aloud {
  heard: boolean;
  /** 20 times a second, from 0 to 1. */
  level: (level: number) => void;
}

export function useAloud(view: View): Aloud {
  const [heardIn, setHeardIn] = useState<string | null>(null);
  const answer = view.phase === 'listening' ? (view.utterance?.turn ?? null) : null;
  const now = useRef<{ answer: string | null; hears: (level: number) => boolean }>({
    answer: null,
    hears: voiceListener(),
  });
  if (now.current.answer !== answer) now.current = { answer, hears: voiceListener() };
  return {
    heard: answer !== null && heardIn === answer,
    level: (level) => {
      if (answer !== null && heardIn !== answer && now.current.hears(level)) setHeardIn(answer);
    },
  };
}
