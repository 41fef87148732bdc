/**
 * The media room beside the interview, where there is one: the same microphone goes there too, for whoever listens and
 * for a line that loses. Whatever fails here, the interview does not wait for it.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, api } from '../../../shared/api.ts';
import type { Session } from '../use-session.ts';
import { type CallRoom, enterCall } from './call-room.ts';
import { stalls } from './stall-rules.ts';

export interface Call {
  state: 'none' | 'joining' | 'in';
  /** How many of the team listen now. */
  listeners: number;
  /** Over which line the session wants the sound. */
  line: 'socket' | 'call';
}

const REPORT_MS = 5_000;
/** A room that could not be entered is tried again this often, ever less often. */
const AGAIN_MS = [2_000, 10_000, 30_000];
const REPORTED_MAX_MS = 60_000;

/** `there`: the installation has media rooms for this interview. */
export function useCall(session: Session, there: boolean, microphone: MediaStream | null): Call {
  const [room, setRoom] = useState<CallRoom | null>(null);
  const [state, setState] = useState<Call['state']>('none');
  const [listeners, setListeners] = useState(0);
  const [line, setLine] = useState<Call['line']>('socket');
  const [round, setRound] = useState(0);
  const tries = useRef(0);
  const left = useRef(false);
  const stall = useRef(stalls());
  const wanted = there && microphone !== null;

  stall.current.is(session.line !== 'up' || session.waiting.count > 0, performance.now());

  useEffect(() => {
    if (!wanted || room !== null) return;
    let gone = false;
    const again = () => {
      setState('none');
      setRoom(null);
      setListeners(0);
      const waitMs = AGAIN_MS[tries.current];
      tries.current += 1;
      if (waitMs !== undefined) setTimeout(() => left.current || setRound((before) => before + 1), waitMs);
    };
    setState('joining');
    api('POST /api/candidate/call-pass')
      .then((pass) => enterCall(pass, { onListeners: setListeners, onGone: again }))
      .then((entered) => {
        if (gone) return void entered.leave();
        setRoom(entered);
        setState('in');
      })
      .catch((error: unknown) => {
        // What was refused is not asked for again; what could not be reached is.
        if (error instanceof ApiProblem && error.status < 500) setState('none');
        else again();
      });
    return () => {
      gone = true;
    };
  }, [wanted, round]);
  useEffect(
    () => () => {
      left.current = true;
    },
    [],
  );

  useEffect(() => {
    void room?.publish(microphone).catch(() => {});
  }, [room, microphone]);

  useEffect(() => {
    if (room === null) return;
    const timer = setInterval(() => void report(room), REPORT_MS);
    return () => {
      clearInterval(timer);
      void room.leave().catch(() => {});
    };
  }, [room]);

  async function report(now: CallRoom): Promise<void> {
    const { roundTripMs, lossPercent } = await now.line();
    const stalledMs = Math.min(REPORTED_MAX_MS, stall.current.longest(performance.now()));
    const trip = roundTripMs === null ? null : Math.min(REPORTED_MAX_MS, roundTripMs);
    const told = await api('POST /api/candidate/call-line', {
      body: { roundTripMs: trip, stalledMs, lossPercent },
    }).catch(() => null);
    if (told !== null) setLine(told.line);
  }

  return { state, listeners, line: room === null ? 'socket' : line };
}
