/**
 * A microphone that speaks when the test wants it to: Chromium's own fake device plays a file, which is written anew
 * and opened for each thing said, so that the sound takes the way of a real one with all its processing. It can be
 * taken away and plugged in again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SPEECH_RATE, synthesise } from '../../worker/local/speech.ts';
import { writeWav } from '../support/wav.ts';

declare global {
  interface Window {
    testMicrophone: {
      /** What the device plays comes out of the page's microphone for so long; then the device goes, if it is to. */
      speak(ms: number, goes: boolean): Promise<void>;
      /** It is pulled out: its tracks end, and there is none until it is there again. */
      unplug(): void;
      plugIn(): void;
      /** Another loudspeaker is there, or one is gone. */
      outputsChange(): void;
    };
  }
}

export interface SpeakingMicrophone {
  /** For the browser's start. */
  path: string;
  /** Before the page is opened. */
  attach(page: Page): Promise<void>;
  /** Ends when all is said. */
  say(page: Page, text: string): Promise<void>;
  /** The device goes in the middle of it. */
  breakOff(page: Page, text: string): Promise<void>;
  remove(): Promise<void>;
}

/** A device needs a moment before its sound arrives; a person breathes in. */
const LEAD_MS = 400;
/** The file begins again at its end: it is closed before that. */
const REST_MS = 5000;
const TAIL_MS = 300;

/** `texts` can be said without a moment to make their sound. */
export async function speakingMicrophone(texts: readonly string[]): Promise<SpeakingMicrophone> {
  const ready = new Map(texts.map((text) => [text, synthesise([text])]));
  await Promise.all(ready.values());
  const folder = await mkdtemp(join(tmpdir(), 'interloop-voice-'));
  const path = join(folder, 'answer.wav');
  await writeWav(path, new Float32Array(SPEECH_RATE), SPEECH_RATE);

  async function play(text: string): Promise<number> {
    const known = ready.get(text) ?? synthesise([text]);
    ready.set(text, known);
    const { pcm } = await known;
    const samples = (ms: number) => (ms * SPEECH_RATE) / 1000;
    const sound = new Float32Array(pcm.length + samples(LEAD_MS + REST_MS));
    sound.set(pcm, samples(LEAD_MS));
    await writeWav(path, sound, SPEECH_RATE);
    return (pcm.length * 1000) / SPEECH_RATE;
  }

  return {
    path,
    async attach(page) {
      await page.addInitScript(inPage);
    },
    async say(page, text) {
      const lengthMs = await play(text);
      await page.evaluate((ms) => window.testMicrophone.speak(ms, false), lengthMs + LEAD_MS + TAIL_MS);
    },
    async breakOff(page, text) {
      const lengthMs = await play(text);
      await page.evaluate((ms) => window.testMicrophone.speak(ms, true), lengthMs / 2 + LEAD_MS);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Runs in the page, before anything of its own. */
function inPage(): void {
  const devices = navigator.mediaDevices;
  if (devices === undefined) return;
  const open = devices.getUserMedia.bind(devices);
  const list = devices.enumerateDevices.bind(devices);
  let asked: MediaStreamConstraints = { audio: true };
  let there = true;
  let given: MediaStreamTrack[] = [];
  let mixed: { context: AudioContext; bus: GainNode } | null = null;
  const mix = () => {
    if (mixed === null) {
      const context = new AudioContext();
      mixed = { context, bus: context.createGain() };
    }
    return mixed;
  };

  devices.getUserMedia = async (constraints = {}) => {
    if (!there) throw new DOMException('Requested device not found', 'NotFoundError');
    asked = constraints;
    const real = await open(constraints);
    const [track] = real.getAudioTracks();
    const settings = track?.getSettings() ?? {};
    const label = track?.label ?? '';
    for (const one of real.getTracks()) one.stop();
    const { context, bus } = mix();
    const out = context.createMediaStreamDestination();
    out.channelCount = 1;
    bus.connect(out);
    const [own] = out.stream.getAudioTracks();
    if (own !== undefined) {
      own.getSettings = () => settings;
      Object.defineProperty(own, 'label', { value: label });
      given.push(own);
    }
    return out.stream;
  };
  devices.enumerateDevices = async () => {
    const all = await list();
    return there ? all : all.filter(({ kind }) => kind !== 'audioinput');
  };
  window.testMicrophone = {
    async speak(ms, goes) {
      const { context, bus } = mix();
      const real = await open(asked);
      const source = context.createMediaStreamSource(real);
      source.connect(bus);
      await new Promise((done) => setTimeout(done, ms));
      if (goes) window.testMicrophone.unplug();
      source.disconnect();
      for (const one of real.getTracks()) one.stop();
    },
    unplug() {
      there = false;
      for (const track of given.filter(({ readyState }) => readyState === 'live')) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      given = [];
      devices.dispatchEvent(new Event('devicechange'));
    },
    plugIn() {
      there = true;
      devices.dispatchEvent(new Event('devicechange'));
    },
    outputsChange: () => devices.dispatchEvent(new Event('devicechange')),
  };
}
