/** What turns the sound of an answer into words. */
import type { Segment, ServerMessage } from '../protocol.ts';
import type { SoundFrame } from '../protocol-sound.ts';

export type Caption = Omit<Extract<ServerMessage, { type: 'caption' }>, 'type'>;

export interface Listener {
  frame(frame: SoundFrame): void;
  /** The words so far, whatever happened since. */
  readonly segments: Segment[];
  /** The words of all sound that was given. @throws ProviderFault */
  finish(): Promise<void>;
  /** Gives up at once. */
  close(): void;
}
