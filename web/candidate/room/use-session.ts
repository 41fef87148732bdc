/** The session as the room shows it: its view, its turns, the line, the clock. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Action, Segment, ServerMessage, ShownTurn, View } from '../../../durable-objects/interview/protocol.ts';
import { timeLeft } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { takeOutbox } from './kept-outbox.ts';
import { type LineState, Wire } from './wire.ts';

export interface Session {
  view: View | null;
  turns: ShownTurn[];
  line: LineState;
  waiting: number;
  /** What was typed or recognised before this page was opened. */
  draft: { text: string; segments: Segment[] };
  /** The session's clock, in milliseconds from its start. */
  nowMs: () => number;
  /** When the view was told, on this device's clock: what counts down counts from here. */
  viewAt: number;
  gentle: boolean;
  act: (action: Action) => void;
  takePen: () => void;
}

export function useSession(interview: string): Session {
  const wire = useRef<Wire | null>(null);
  const offset = useRef(0);
  const [view, setView] = useState<View | null>(null);
  const [viewAt, setViewAt] = useState(0);
  const [turns, setTurns] = useState<ShownTurn[]>([]);
  const [line, setLine] = useState<LineState>('connecting');
  const [waiting, setWaiting] = useState(0);
  const [draft, setDraft] = useState<{ text: string; segments: Segment[] }>({ text: '', segments: [] });
  const [gentle, setGentle] = useState(false);

  useEffect(() => {
    let gone = false;
    const hear = (message: ServerMessage) => {
      if ('sessionMs' in message) offset.current = message.sessionMs - performance.now();
      if (message.type === 'welcome') {
        show(message.view);
        setDraft(message.draft);
        if (message.turns !== null) setTurns(message.turns);
      }
      if (message.type !== 'event') return;
      const { event } = message;
      switch (event.type) {
        case 'view':
          show(event.view);
          break;
        case 'turn':
          setTurns((before) => withTurn(before, event.turn));
          break;
        case 'time-left':
          announce(timeLeft(event.remainingMs));
          break;
        case 'gave-back':
          announce(t('room.gave-back', 'The line was away; that time is yours again.'));
          break;
        case 'take-your-time':
          setGentle(true);
          break;
      }
    };
    const show = (next: View) => {
      setView(next);
      setViewAt(performance.now());
      setGentle(false);
    };
    void takeOutbox(interview).then((kept) => {
      if (gone) return;
      wire.current = new Wire(kept, {
        onMessage: hear,
        onLine: setLine,
        onWaiting: setWaiting,
        onRefused: () => {},
      });
    });
    return () => {
      gone = true;
      wire.current?.close();
    };
  }, [interview]);

  return {
    view,
    turns,
    line,
    waiting,
    draft,
    viewAt,
    gentle,
    nowMs: () => Math.max(0, Math.round(performance.now() + offset.current)),
    act: (action) => wire.current?.send(action),
    takePen: () => wire.current?.takePen(),
  };
}

function withTurn(before: ShownTurn[], turn: ShownTurn): ShownTurn[] {
  return [...before.filter((one) => one.id !== turn.id), turn].sort((a, b) => a.position - b.position);
}
