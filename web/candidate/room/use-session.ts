/** The session as the room shows it: its view, its turns, the line, the clock. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Action, Segment, ServerMessage, ShownTurn, View } from '../../../durable-objects/interview/protocol.ts';
import type { SoundFrame } from '../../../durable-objects/interview/protocol-sound.ts';
import { timeLeft } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { adjustedText } from '../arranged.tsx';
import { takeOutbox } from './kept-outbox.ts';
import { NOTHING_WAITS, type Waiting } from './outbox-rules.ts';
import { type LineState, Wire } from './wire.ts';

/** What comes over the line, for those who need it at once. */
export interface LineListener {
  message(message: ServerMessage): void;
  sound(frame: SoundFrame): void;
  refused(action: Action): void;
}

export interface Session {
  view: View | null;
  turns: ShownTurn[];
  line: LineState;
  waiting: Waiting;
  /** What waits outlives this tab. */
  stores: boolean;
  /** What was typed or recognised before this page was opened. */
  draft: { text: string; segments: Segment[] };
  /** The session's clock, in milliseconds from its start. */
  nowMs: () => number;
  /** When the view was told, on this device's clock: what counts down counts from here. */
  viewAt: number;
  gentle: boolean;
  beGentle: () => void;
  /** Something of ours failed, or what was said could not be heard; until the next view. */
  trouble: 'moment' | 'unheard' | null;
  /** What was arranged while the talk goes on; until it was read. */
  arranged: { text: string; read: () => void } | null;
  act: (action: Action) => void;
  sendSound: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Until the returned function is called. */
  listen: (listener: LineListener) => () => void;
  takePen: () => void;
}

export function useSession(interview: string): Session {
  const wire = useRef<Wire | null>(null);
  const offset = useRef(0);
  const listeners = useMemo(() => new Set<LineListener>(), []);
  const [view, setView] = useState<View | null>(null);
  const [viewAt, setViewAt] = useState(0);
  const [turns, setTurns] = useState<ShownTurn[]>([]);
  const [line, setLine] = useState<LineState>('connecting');
  const [waiting, setWaiting] = useState(NOTHING_WAITS);
  const [stores, setStores] = useState(true);
  const [draft, setDraft] = useState<{ text: string; segments: Segment[] }>({ text: '', segments: [] });
  const [gentle, setGentle] = useState(false);
  const [arranged, setArranged] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Session['trouble']>(null);

  useEffect(() => {
    let gone = false;
    const hear = (message: ServerMessage) => {
      if ('sessionMs' in message) offset.current = message.sessionMs - performance.now();
      if (message.type === 'welcome') {
        show(message.view);
        setDraft(message.draft);
        if (message.turns !== null) setTurns(message.turns);
      }
      if (message.type === 'event') happened(message.event);
      for (const listener of [...listeners]) listener.message(message);
    };
    const happened = (event: Extract<ServerMessage, { type: 'event' }>['event']) => {
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
          announce(
            event.why === 'fault'
              ? t('room.gave-back.fault', 'Something on our side failed; that time is yours again.')
              : t('room.gave-back', 'The line was away; that time is yours again.'),
          );
          break;
        case 'adjusted':
          announce(adjustedText(event));
          setArranged(adjustedText(event));
          break;
        case 'take-your-time':
          // Where sound is heard by the session, this device knows better whether somebody is silent.
          if (ears === 'device') setGentle(true);
          break;
        case 'moment':
        case 'unheard':
          setTrouble(event.type);
          break;
      }
    };
    let shown = '';
    let ears: View['ears'] = 'device';
    const show = (next: View) => {
      setView(next);
      ears = next.ears;
      setViewAt(performance.now());
      setGentle(false);
      // What was told stays until something else happens.
      const now = `${next.phase} ${next.utterance?.turn}`;
      if (now !== shown && next.phase !== 'listening') setTrouble(null);
      shown = now;
    };
    void takeOutbox(interview).then((kept) => {
      if (gone) return;
      wire.current = new Wire(kept, {
        onMessage: hear,
        onLine: setLine,
        onWaiting: (next) => {
          setWaiting((before) => (same(before, next) ? before : next));
          setStores(kept.stores());
        },
        onRefused: (action) => {
          for (const listener of [...listeners]) listener.refused(action);
        },
        onSound: (frame) => {
          for (const listener of [...listeners]) listener.sound(frame);
        },
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
    stores,
    draft,
    viewAt,
    gentle,
    beGentle: () => setGentle(true),
    trouble,
    arranged: arranged === null ? null : { text: arranged, read: () => setArranged(null) },
    nowMs: () => Math.max(0, Math.round(performance.now() + offset.current)),
    act: (action) => wire.current?.send(action),
    sendSound: (bytes) => wire.current?.sendSound(bytes),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    takePen: () => wire.current?.takePen(),
  };
}

function same(one: Waiting, other: Waiting): boolean {
  return one.count === other.count && one.answer === other.answer;
}

function withTurn(before: ShownTurn[], turn: ShownTurn): ShownTurn[] {
  return [...before.filter((one) => one.id !== turn.id), turn].sort((a, b) => a.position - b.position);
}
