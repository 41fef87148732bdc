/** A spoken line as the file in which it is kept: frames as they go over the wire, silence around it cut away. Pure. */
import {
  FRAME_MS,
  freshCoder,
  joinFrames,
  packSound,
  SOUND_KIND,
  VOICE_RATE,
} from '../../../durable-objects/interview/protocol-sound.ts';

/** Below this a sample is silence: one hundredth of full scale. */
const SILENCE = 328;
/** What stays of the silence on both sides, so that no consonant is cut. */
const MARGIN = (VOICE_RATE * 30) / 1000;

/** Without the silence that synthesis puts around speech: it would be time that a candidate waits. */
export function withoutSilence(pcm: Int16Array): Int16Array {
  const isLoud = (sample: number) => Math.abs(sample) >= SILENCE;
  const first = pcm.findIndex(isLoud);
  if (first < 0) return pcm.subarray(0, 0);
  return pcm.subarray(Math.max(0, first - MARGIN), Math.min(pcm.length, pcm.findLastIndex(isLoud) + 1 + MARGIN));
}

export function soundFile(pcm: Int16Array): Uint8Array<ArrayBuffer> {
  const size = (VOICE_RATE * FRAME_MS) / 1000;
  const coder = freshCoder();
  const frames = Array.from({ length: Math.ceil(pcm.length / size) }, (_, index) =>
    packSound(
      {
        kind: SOUND_KIND.voice,
        seq: index + 1,
        stretch: 0,
        timeMs: index * FRAME_MS,
        last: (index + 1) * size >= pcm.length,
        pcm: pcm.subarray(index * size, (index + 1) * size),
      },
      coder,
    ),
  );
  return joinFrames(frames);
}
