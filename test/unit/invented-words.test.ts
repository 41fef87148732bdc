/** A cough is no answer, whatever a transcriber makes of it; and what was said stays. */
import { expect, test } from 'vitest';
import { BestFirst } from '../../durable-objects/interview/voice/best-first.ts';
import { CascadeEars } from '../../durable-objects/interview/voice/cascade-ears.ts';
import { isInvented } from '../../durable-objects/interview/voice/invented-words-rules.ts';

const HINTS = ['Support lead'];
/** A cough with what is kept around it. */
const COUGH_MS = 1100;

test.each(['Support lead', 'Support lead.', 'Thank you for watching!', 'Thanks for watching.', '[Music]'])(
  '“%s” over a cough was not said',
  (text) => expect(isInvented(text, HINTS, COUGH_MS)).toBe(true),
);

test.each(['Thank you for watching!', 'Subtitles by the Amara.org community', 'شكرا على المشاهدة', 'Support lead'])(
  '“%s” over a long noise was not said either',
  (text) => expect(isInvented(text, HINTS, 9000)).toBe(true),
);

test('what took as long as it takes to say was said', () => {
  expect(isInvented('Support lead', HINTS, 1900)).toBe(false);
  expect(isInvented('Thank you.', HINTS, 1500)).toBe(false);
  for (const text of ['I was the support lead.', 'I said: thank you for watching the desk.', 'Yes.', ''])
    expect([text, isInvented(text, HINTS, COUGH_MS)]).toEqual([text, false]);
});

/** What is kept of a stretch when the transcriber writes `text` for it. */
async function kept(text: string, soundMs: number) {
  const makers = [{ maker: 'openai' as const, model: 'x', hear: async () => text }];
  const captions: string[] = [];
  const ears = new CascadeEars({
    ears: new BestFirst(
      makers,
      () => 0,
      () => {},
    ),
    language: 'en',
    hints: HINTS,
    onCaption: ({ text }) => captions.push(text),
    onSegment: () => {},
    onUsage: () => {},
  });
  const pcm = new Int16Array((soundMs * 16_000) / 1000);
  ears.frame({ kind: 1, seq: 1, stretch: 1, timeMs: 0, last: true, pcm });
  await ears.finish();
  return { segments: ears.segments.map((one) => one.text), captions };
}

test('of a cough nothing is kept and nothing shown; of an answer everything is', async () => {
  expect(await kept('Support lead', COUGH_MS)).toEqual({ segments: [], captions: [''] });
  expect(await kept('Thank you for watching!', COUGH_MS)).toEqual({ segments: [], captions: [''] });
  const answer = 'I led the desk.';
  expect(await kept(answer, 1900)).toEqual({ segments: [answer], captions: [answer] });
});
