/**
 * One direction of a TCP connection over a line that loses packets, as a model in virtual time, since this kernel can't
 * make a line lossy. Kept: order, fast retransmission by later arrivals (RACK), tail probes, timeouts that double, a
 * window that grows, is cut by loss and begins anew after a pause. Left out: lost acknowledgements, which later ones
 * repair, other traffic, and packets that overtake each other.
 */

interface Packet {
  seq: number;
  sentMs: number;
  arrivesMs: number;
}

export interface LossyLine {
  /** Gives a message of so many bytes to the sending side; its number. */
  send(nowMs: number, bytes: number): number;
  /** Moves the time on; numbers of the messages that the application gets, in order. */
  step(nowMs: number): number[];
}

/** What waits goes out together, as long as it fits into one. */
const PACKET_BYTES = 1448;
const INITIAL_WINDOW = 10;
const LEAST_WINDOW = 2;
/** After a loss, as CUBIC has it. */
const CUT = 0.7;
const LEAST_RTO_MS = 200;

export function lossyLine({ rttMs, loss, random }: { rttMs: number; loss: number; random: () => number }): LossyLine {
  const baseRtoMs = rttMs + LEAST_RTO_MS;
  let made = 0;
  const unsent: { message: number; bytes: number }[] = [];
  /** The messages of each packet; its number is its place. */
  const packets: number[][] = [];
  const flying = new Map<number, Packet>();
  const here = new Set<number>();
  let delivered = 0;
  let window = INITIAL_WINDOW;
  let threshold = Number.POSITIVE_INFINITY;
  let cutAtMs = Number.NEGATIVE_INFINITY;
  let movedMs = 0;
  let rtoMs = baseRtoMs;
  let probed = false;

  function transmit(seq: number, nowMs: number): void {
    const lost = random() < loss;
    flying.set(seq, { seq, sentMs: nowMs, arrivesMs: lost ? Number.POSITIVE_INFINITY : nowMs + rttMs / 2 });
  }

  function fill(nowMs: number): void {
    while (unsent.length > 0 && flying.size < Math.floor(window)) {
      const messages: number[] = [];
      for (let bytes = 0, next = unsent[0]; next !== undefined; next = unsent[0]) {
        bytes += next.bytes;
        if (messages.length > 0 && bytes > PACKET_BYTES) break;
        messages.push(next.message);
        unsent.shift();
      }
      // The timer runs for what is under way: it begins with the first packet.
      if (flying.size === 0) movedMs = nowMs;
      transmit(packets.push(messages), nowMs);
    }
  }

  /** An acknowledgement tells of everything that was sent well before what it acknowledges. */
  function acknowledged(packet: Packet, nowMs: number): void {
    flying.delete(packet.seq);
    movedMs = nowMs;
    rtoMs = baseRtoMs;
    probed = false;
    window += window < threshold ? 1 : 1 / window;
    const later = [...flying.values()].filter((one) => one.sentMs < packet.sentMs - rttMs / 4 || passed(one, packet));
    for (const lost of later) {
      if (nowMs - cutAtMs > rttMs) {
        window = Math.max(LEAST_WINDOW, window * CUT);
        threshold = window;
        cutAtMs = nowMs;
      }
      transmit(lost.seq, nowMs);
    }
  }

  /** Nothing overtakes here: three packets that were sent later and arrived say that this one is lost. */
  function passed(one: Packet, by: Packet): boolean {
    return one.sentMs <= by.sentMs && one.seq + 3 <= by.seq;
  }

  function timeouts(nowMs: number): void {
    if (flying.size === 0) return;
    const waitedMs = nowMs - movedMs;
    if (!probed && waitedMs >= 2 * rttMs) {
      probed = true;
      transmit(Math.max(...flying.keys()), nowMs);
    }
    if (waitedMs < rtoMs) return;
    window = LEAST_WINDOW;
    movedMs = nowMs;
    rtoMs *= 2;
    transmit(Math.min(...flying.keys()), nowMs);
  }

  return {
    send(nowMs, bytes) {
      if (flying.size === 0 && unsent.length === 0 && nowMs - movedMs > baseRtoMs)
        window = Math.min(window, INITIAL_WINDOW);
      made += 1;
      unsent.push({ message: made, bytes });
      fill(nowMs);
      return made;
    },
    step(nowMs) {
      for (const packet of [...flying.values()]) {
        if (packet.arrivesMs <= nowMs) here.add(packet.seq);
        if (packet.arrivesMs + rttMs / 2 <= nowMs && flying.get(packet.seq) === packet) acknowledged(packet, nowMs);
      }
      timeouts(nowMs);
      fill(nowMs);
      const out: number[] = [];
      while (here.delete(delivered + 1)) {
        delivered += 1;
        out.push(...(packets[delivered - 1] ?? []));
      }
      return out;
    },
  };
}
