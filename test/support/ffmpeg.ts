/** Sound through ffmpeg, where it is installed: recordings as other writers make them, and what a player would hear. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWav } from './wav.ts';

export const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;

/** A voice as a file of the given arguments, for example `-c:a aac -ar 44100`. */
export async function encoded(
  pcm: Float32Array,
  rate: number,
  args: readonly string[],
  name: string,
): Promise<Uint8Array> {
  return await inFolder(async (folder) => {
    const source = join(folder, 'voice.wav');
    await writeWav(source, pcm, rate);
    run(['-i', source, ...args, join(folder, name)]);
    return Uint8Array.from(readFileSync(join(folder, name)));
  });
}

/** Both sides of a file as a player gives them out, at 48 kHz. */
export async function played(bytes: Uint8Array, name: string): Promise<{ left: Float32Array; right: Float32Array }> {
  return await inFolder(async (folder) => {
    writeFileSync(join(folder, name), bytes);
    const raw = join(folder, 'sound.raw');
    run(['-i', join(folder, name), '-f', 'f32le', '-ac', '2', '-ar', '48000', raw]);
    const sound = readFileSync(raw);
    const samples = new Float32Array(Uint8Array.from(sound).buffer);
    const lane = (side: 0 | 1) =>
      Float32Array.from({ length: samples.length / 2 }, (_, n) => samples[n * 2 + side] ?? 0);
    return { left: lane(0), right: lane(1) };
  });
}

function run(args: readonly string[]): void {
  const done = spawnSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`ffmpeg: ${done.stderr}`);
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'interloop-sound-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
