/** A packet of sound as it was read from what a browser recorded. */
export interface TimedPacket {
  /** Since the recorder began. */
  timeMs: number;
  /** For how long it is to be heard, where its container says so: less than it holds, when its end was only filled up. */
  saidMs?: number;
  bytes: Uint8Array;
}
