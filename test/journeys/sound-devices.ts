/**
 * A loudspeaker and a microphone for browsers that find none on the machine: PulseAudio with sinks that lead nowhere.
 * What is played into one of them is what the microphone hears.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SPEECH_RATE, synthesise } from '../../worker/local/speech.ts';
import { until } from '../support/until.ts';
import { writeWav } from '../support/wav.ts';

export const hasSoundDevices = spawnSync('pulseaudio', ['--version']).status === 0;

export interface SoundDevices {
  /** For the environment of a browser. */
  environment: { PULSE_SERVER: string };
  /** Into the microphone, again and again until it is stopped. */
  talk(sentences: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

const MODULES = [
  'module-null-sink sink_name=loudspeaker',
  'module-null-sink sink_name=mouth',
  'module-remap-source master=mouth.monitor source_name=microphone source_properties=device.description=Microphone',
];

export async function startSoundDevices(): Promise<SoundDevices> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-devices-'));
  const server = `unix:${join(folder, 'native')}`;
  const environment = { PULSE_SERVER: server };
  const own = { ...process.env, ...environment, HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder };
  const protocol = `module-native-protocol-unix auth-anonymous=1 socket=${join(folder, 'native')}`;
  const args = ['-n', '--daemonize=no', '--exit-idle-time=-1', '--use-pid-file=no'];
  const daemon = spawn('pulseaudio', [...args, ...[protocol, ...MODULES].flatMap((module) => ['-L', module])], {
    env: own,
    stdio: 'ignore',
  });
  const control = (...words: string[]) => spawnSync('pactl', words, { env: own }).status === 0;
  const ready = () => control('set-default-source', 'microphone') && control('set-default-sink', 'loudspeaker');
  await until(() => (ready() ? true : undefined), 'the sound devices');

  let speaking: ChildProcess | null = null;
  let closed = false;

  function speak(path: string): void {
    if (closed) return;
    speaking = spawn('paplay', ['--device=mouth', path], { env: own, stdio: 'ignore' });
    speaking.once('exit', (code) => (code === 0 ? speak(path) : undefined));
  }

  return {
    environment,
    async talk(sentences) {
      const path = join(folder, 'talk.wav');
      const { pcm } = await synthesise(sentences);
      await writeWav(path, pcm, SPEECH_RATE);
      speak(path);
    },
    async close() {
      closed = true;
      speaking?.kill();
      daemon.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
