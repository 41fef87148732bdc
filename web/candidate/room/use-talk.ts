/** The served voice and the session's ears in the room; their code is loaded only when one of them is there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Segment } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { certain, guessed, NO_WORDS, type OwnWords, withCaption, withDraft } from './own-words-rules.ts';
import type { SoundLine } from './sound/sound-line.ts';
import type { Talk } from './sound/talk.ts';
import type { SoundSystem } from './sound-system.ts';
import type { Session } from './use-session.ts';

export interface TalkState {
  /** It says the interviewer's words; else the device's own voice does. */
  speaks: boolean;
  /** The session writes down what is said. */
  hears: boolean;
  /** How far the words have been said, in characters, and the words as far as they are known. */
  said: number;
  words: string | null;
  segments: Segment[];
  guess: string;
  /** Somebody speaks into the microphone now. */
  voiced: boolean;
  /** False when nothing was heard of an answer that could be over. */
  done: (typed: string) => boolean;
  interrupt: () => void;
}

interface Inputs {
  system: SoundSystem | null;
  microphone: MediaStream | null;
  onLevel: (level: number) => void;
}

/** Code that does not come is gone without: the device's voice speaks and the answer is typed. */
type Loaded = { createTalk: typeof import('./sound/talk.ts').createTalk; line: SoundLine } | 'none' | null;

export function useTalk(session: Session, { system, microphone, onLevel }: Inputs): TalkState {
  const { view } = session;
  const served = view !== null && (view.voiceServed || view.ears === 'session');
  const [loaded, setLoaded] = useState<Loaded>(null);
  const [talk, setTalk] = useState<Talk | null>(null);
  const [said, setSaid] = useState(0);
  const [words, setWords] = useState<{ turn: string; text: string } | null>(null);
  const [voiced, setVoiced] = useState(false);
  const [own, setOwn] = useState<OwnWords>(NO_WORDS);
  /** The answer is kept: its words stand until others come. */
  const over = useRef(false);
  const now = useRef(session);
  now.current = session;
  const level = useRef(onLevel);
  level.current = onLevel;

  useEffect(() => {
    if (!served || loaded !== null || view.mode !== 'voice') return;
    void Promise.all([import('./sound/talk.ts'), import('./sound/sound-line.ts')])
      .then(([{ createTalk }, { createSoundLine }]) => {
        const line = createSoundLine(now.current.nowMs(), (bytes) => now.current.sendSound(bytes));
        setLoaded({ createTalk, line });
      })
      .catch(() => setLoaded('none'));
  }, [served, view?.mode]);

  useEffect(() => {
    if (loaded === null || loaded === 'none') return;
    const { line } = loaded;
    return session.listen({
      message(message) {
        if (message.type === 'welcome' && !line.resume(message.soundTaken)) {
          announce(
            t('room.sound-lost', 'The line was away for long. Please say again what is missing from your words.'),
          );
        }
        if (message.type === 'sound-taken') line.taken(message.seq);
      },
      sound() {},
      refused() {},
    });
  }, [loaded]);

  useEffect(() => {
    if (loaded === null || loaded === 'none' || system === null) return;
    const made = loaded.createTalk({
      context: system.context,
      out: system.voice,
      line: loaded.line,
      act: (action) => now.current.act(action),
      nowMs: () => now.current.nowMs(),
      onSaid: setSaid,
      onLevel: (next) => level.current(next),
      onNothingSaid: () => setOwn(NO_WORDS),
      onVoice: setVoiced,
      onCalm: () => now.current.beGentle(),
    });
    const unlisten = session.listen({ message: made.message, sound: made.frame, refused: made.refused });
    setTalk(made);
    return () => {
      setTalk(null);
      unlisten();
      made.close();
    };
  }, [loaded, system]);

  useEffect(
    () =>
      session.listen({
        message(message) {
          if (message.type === 'event' && message.event.type === 'turn') {
            if (message.event.turn.speaker === 'candidate') over.current = true;
          }
          if (message.type !== 'caption') return;
          if (message.speaker === 'candidate') {
            const fresh = over.current;
            over.current = false;
            setOwn((before) => withCaption(fresh ? NO_WORDS : before, message));
          } else if (message.turn !== null) setWords({ turn: message.turn, text: message.text });
        },
        sound() {},
        refused() {},
      }),
    [],
  );
  useEffect(() => setOwn(withDraft(session.draft)), [session.draft]);
  useEffect(() => {
    setSaid(0);
    if (over.current) setOwn(NO_WORDS);
    over.current = false;
  }, [view?.utterance?.turn]);
  useEffect(() => {
    if (view !== null) talk?.view(view);
  }, [talk, view]);
  useEffect(() => talk?.microphone(microphone), [talk, microphone]);

  const turn = view?.utterance?.turn;
  return {
    speaks: served && loaded !== 'none',
    hears: view?.ears === 'session' && loaded !== 'none',
    said,
    words: words !== null && words.turn === turn ? words.text : null,
    segments: certain(own),
    guess: guessed(own),
    voiced,
    done: (typed) => talk?.done(typed) ?? false,
    interrupt: () => talk?.interrupt(),
  };
}
