/** A mono sound as a WAV file of 16 bits, as Chromium's fake microphone reads it. */
import { writeFile } from 'node:fs/promises';

const HEADER_BYTES = 44;

export async function writeWav(path: string, pcm: Float32Array, rate: number): Promise<void> {
  const bytes = Buffer.alloc(HEADER_BYTES + pcm.length * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(pcm.length * 2, 40);
  pcm.forEach((sample, index) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), HEADER_BYTES + index * 2);
  });
  await writeFile(path, bytes);
}
