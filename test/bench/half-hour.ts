/** Half an hour of an interview with synthetic voices, sealed as the product seals it, and where each sentence lies. */
import { type SealablePart, type SealedFile, sealRecording } from '../../worker/domain/recordings/seal.ts';
import { encodeParts } from '../../worker/local/recorded-parts.ts';
import { INTERVIEWER_VOICE, SPEECH_RATE, synthesise } from '../../worker/local/speech.ts';

const STRETCH_MS = 300_000;
const STRETCHES = 6;
const PAUSE_MS = 12_000;
const QUESTION = 'Can you tell me about a day on which everything went wrong?';
const ANSWERS = [
  'A pallet had been standing on our dock for three hours.',
  'I let her finish, and then I said what she had lost.',
  'We listened to three of his calls together.',
  'I sorted the forty by what gets worse with time.',
  'Two people whom I coached lead a shift today.',
];

export interface HalfHour {
  file: SealedFile;
  sentences: { startMs: number; endMs: number }[];
}

/** One stretch of five minutes, heard six times: the same bytes to fetch, and made in a sixth of the time. */
export async function halfHour(): Promise<HalfHour> {
  const left = new Float32Array((STRETCH_MS * SPEECH_RATE) / 1000);
  const right = new Float32Array(left.length);
  const said: HalfHour['sentences'] = [];
  const question = await synthesise([QUESTION], INTERVIEWER_VOICE);
  const answer = await synthesise(ANSWERS);
  const questionMs = (question.pcm.length * 1000) / SPEECH_RATE;
  const answerMs = (answer.pcm.length * 1000) / SPEECH_RATE;
  for (let at = PAUSE_MS; at + questionMs + answerMs < STRETCH_MS; at += questionMs + answerMs + PAUSE_MS) {
    right.set(question.pcm, sample(at));
    left.set(answer.pcm, sample(at + questionMs));
    const from = at + questionMs;
    said.push(...answer.sentences.map((one) => ({ startMs: from + one.startMs, endMs: from + one.endMs })));
  }
  const parts = encodeParts(left, right, { segmentStartMs: 0 });
  const all = Array.from({ length: STRETCHES }, (_, n) =>
    parts.map(
      (part): SealablePart => ({
        ...part,
        segment: `stretch-${n}`,
        startMs: part.startMs + n * STRETCH_MS,
        bytes: async () => part.bytes,
      }),
    ),
  ).flat();
  const file = await sealRecording(all);
  if (file === null) throw new Error('The recording has no sound');
  const sentences = Array.from({ length: STRETCHES }, (_, n) =>
    said.map((one) => ({ startMs: one.startMs + n * STRETCH_MS, endMs: one.endMs + n * STRETCH_MS })),
  ).flat();
  return { file, sentences };
}

function sample(ms: number): number {
  return Math.round((ms * SPEECH_RATE) / 1000);
}
