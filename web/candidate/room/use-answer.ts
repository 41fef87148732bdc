/** The answer at hand: what is typed, what was said, and sending both as one. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Segment } from '../../../durable-objects/interview/protocol.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { typedIn } from './own-words-rules.ts';
import { forgetTyping, keepTyping, keptTyping, typingSince } from './typing.ts';
import type { Session } from './use-session.ts';
import type { TalkState } from './use-talk.ts';

/** A draft goes out when typing rests for this long. */
const REST_MS = 600;

interface Inputs {
  interview: string;
  talk: Pick<TalkState, 'done'>;
  /** What this device has recognised of the answer. */
  segments: Segment[];
  clearSegments: () => void;
  /** Sound of this answer has been recorded, and is no text yet. */
  aloud: boolean;
}

export interface OwnAnswer {
  text: string;
  write: (text: string) => void;
  send: () => void;
  /** Said aloud and turned into text: false when there is no word of it. */
  saidIt: () => boolean;
}

export function useAnswer(session: Session, { interview, talk, segments, clearSegments, aloud }: Inputs): OwnAnswer {
  const { view, act } = session;
  const [text, setText] = useState('');
  const beganMs = useRef<number | null>(null);
  const listenedFromMs = useRef(0);
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const question = view?.question?.number;
  const turn = view?.utterance?.turn;
  const listening = view?.phase === 'listening';
  const heardThere = view?.ears === 'session';

  const forget = () => {
    clearTimeout(rest.current);
    setText('');
    forgetTyping();
  };
  // What the server has is a moment older than what this tab kept; what waits to be sent is written no more.
  useEffect(() => {
    const typed = heardThere ? typedIn(session.draft) : session.draft.text;
    if (session.waiting.answer === null) setText(keptTyping(interview, question) ?? typed);
  }, [session.draft]);
  const answers = session.turns.filter(({ kind }) => kind === 'answer').length;
  const answered = useRef(answers);
  useEffect(() => {
    if (answers <= answered.current) return;
    answered.current = answers;
    // It was over by a silence: what was typed beside it has gone with it.
    if (heardThere) forget();
  }, [answers]);
  useEffect(() => {
    if (!listening) return;
    // Typing may begin before the turn is the candidate's, and go on after a reload.
    beganMs.current = typingSince(interview, question);
    listenedFromMs.current = session.nowMs();
  }, [turn, listening]);
  // Refused for good, so it is not with us: the words come back to be sent again.
  useEffect(
    () =>
      session.listen({
        message() {},
        sound() {},
        refused(action) {
          if (action.type !== 'answer' || action.text === '') return;
          setText((now) => (now === '' ? action.text : now));
          announce(t('room.not-taken', 'Your answer could not be taken. Its words are back in the field.'));
        },
      }),
    [],
  );

  const write = (next: string) => {
    setText(next);
    beganMs.current ??= session.nowMs();
    if (question !== undefined) keepTyping({ interview, question, text: next, beganMs: beganMs.current });
    clearTimeout(rest.current);
    // What is heard there stands there already; what is heard here goes along.
    rest.current = setTimeout(() => act({ type: 'draft', text: next, segments: heardThere ? [] : segments }), REST_MS);
  };
  /** The session joins what was typed with what it has heard. */
  const sendBeside = () => {
    const startMs = beganMs.current ?? view?.utterance?.startMs ?? 0;
    if (!talk.done(text.trim())) {
      act({ type: 'answer', text: text.trim(), via: 'typed', startMs, endMs: session.nowMs(), segments: [] });
    }
    forget();
  };
  const send = () => {
    clearTimeout(rest.current);
    if (heardThere) return sendBeside();
    const spoken = segments.map((segment) => segment.text).join(' ');
    const typed = text.trim();
    const fromMs = aloud ? listenedFromMs.current : beganMs.current;
    const startMs = segments[0]?.startMs ?? fromMs ?? view?.utterance?.startMs ?? 0;
    const via = typed === '' || typed === spoken ? 'voice' : segments.length > 0 || aloud ? 'mixed' : 'typed';
    act({
      type: 'answer',
      text: typed === '' ? spoken : typed,
      via,
      startMs,
      endMs: session.nowMs(),
      segments: via === 'typed' ? [] : segments,
    });
    forget();
    clearSegments();
  };
  const saidIt = () => {
    if (heardThere) {
      const done = talk.done(text.trim());
      if (done) forget();
      return done;
    }
    if (segments.length === 0) return false;
    send();
    return true;
  };
  return { text, write, send, saidIt };
}
