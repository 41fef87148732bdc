/** Sentences spoken into a WAV file of its own, for a browser's microphone; `remove` when done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SPEECH_RATE, synthesise } from '../../worker/local/speech.ts';
import { writeWav } from './wav.ts';

export async function spokenFile(sentences: readonly string[]): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-voice-'));
  const path = join(folder, 'answer.wav');
  const { pcm } = await synthesise(sentences);
  await writeWav(path, pcm, SPEECH_RATE);
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
