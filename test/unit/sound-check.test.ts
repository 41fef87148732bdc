/** A device with nothing to play sound on: some browsers then never begin to listen, and the check says so. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { playTune } from '../../web/candidate/check/tune.ts';
import { startMicCheck } from '../../web/candidate/recorder/mic-check.ts';

let resumes: () => Promise<void>;
let stopped: number;
let closed: number;

class Context {
  state = 'suspended';
  currentTime = 0;
  async resume(): Promise<void> {
    await resumes();
    this.state = 'running';
  }
  async close(): Promise<void> {
    closed += 1;
  }
}

const HEAR = { onLevel: () => {}, onHeard: () => {}, onLost: () => {} };

beforeEach(() => {
  vi.useFakeTimers();
  [stopped, closed] = [0, 0];
  const track = {
    stop: () => {
      stopped += 1;
    },
  };
  vi.stubGlobal('AudioContext', Context);
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => ({ getTracks: () => [track] }) } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a sound system that never begins is told as a missing sound device, and the microphone is let go', async () => {
  resumes = () => new Promise(() => {});
  const checked = startMicCheck(HEAR);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await checked).toEqual({ ok: false, fault: 'no-output' });
  expect([stopped, closed]).toEqual([1, 1]);
});

test('the three notes say so too', async () => {
  resumes = () => new Promise(() => {});
  const played = playTune();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await played).toBe(false);
});

test('one that begins is used: the notes are made', async () => {
  resumes = async () => {};
  const made: string[] = [];
  const param = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {} };
  const node = (name: string) =>
    class {
      gain = param;
      connect(): this {
        return this;
      }
      start(): void {
        made.push(name);
      }
      stop(): void {}
    };
  vi.stubGlobal('OscillatorNode', node('note'));
  vi.stubGlobal('GainNode', node('volume'));
  expect(await playTune()).toBe(true);
  expect(made).toEqual(['note', 'note', 'note']);
});
