/** Words in the room: what the candidate has said, as it is shown, and whether the answer is over. */
import { expect, test } from 'vitest';
import { lastWords } from '../../web/candidate/room/last-words-rules.ts';
import {
  certain,
  guessed,
  NO_WORDS,
  typedIn,
  withCaption,
  withDraft,
} from '../../web/candidate/room/own-words-rules.ts';
import {
  type AnswerSoFar,
  answerBegins,
  answerOver,
  captioned,
  fellSilent,
  spoke,
} from '../../web/candidate/room/sound/answer-rules.ts';

const VIEW = { language: 'en', patience: 'normal', waitLonger: false, thinkingOn: false } as const;

function caption(stretch: number, text: string, final: boolean, startMs = stretch * 1000) {
  return {
    ...({ type: 'caption', speaker: 'candidate', turn: null } as const),
    ...{ stretch, text, final, startMs, endMs: startMs + 900 },
  };
}

test('words that may still change are told apart from those that will not', () => {
  const words = [caption(1, 'I lead nine', true), caption(5, 'agents in', false)].reduce(withCaption, NO_WORDS);
  expect(certain(words).map(({ text }) => text)).toEqual(['I lead nine']);
  expect(guessed(words)).toBe('agents in');
  const later = withCaption(words, caption(5, 'agents in two shifts', true));
  expect(certain(later).map(({ text }) => text)).toEqual(['I lead nine', 'agents in two shifts']);
  expect(guessed(later)).toBe('');
});

test('what the session has kept is not shown twice when its sound is heard again', () => {
  const kept = [
    { text: 'I lead', startMs: 1000, endMs: 2000 },
    { text: 'nine', startMs: 3000, endMs: 3500 },
  ];
  const words = withCaption(withDraft({ segments: kept }), caption(3, 'nine agents', true, 3020));
  expect(certain(words).map(({ text }) => text)).toEqual(['I lead', 'nine agents']);
});

test('a stretch in which nothing was said leaves no trace', () => {
  expect(certain(withCaption(NO_WORDS, caption(1, ' ', true)))).toEqual([]);
});

test('what was typed beside speech is found again in the draft', () => {
  const segments = [{ text: 'I lead nine agents.', startMs: 0, endMs: 1 }];
  expect(typedIn({ text: 'I lead nine agents. And two shifts.', segments })).toBe('And two shifts.');
  expect(typedIn({ text: 'All typed', segments: [] })).toBe('All typed');
});

test('of a long answer the last words are shown, from a word on', () => {
  const text = 'one two three four five six seven eight nine ten eleven twelve thirteen';
  expect(lastWords('short', 40)).toBe('short');
  expect(lastWords(text, 45)).toBe('…seven eight nine ten eleven twelve thirteen');
});

function answered(text: string, { final = true } = {}): AnswerSoFar {
  const spoken = fellSilent(spoke(answerBegins(1, 0), 1000), 4000);
  return text === '' ? spoken : captioned(spoken, caption(1, text, final), 4300, 4000);
}

function overAt(answer: AnswerSoFar, view: Parameters<typeof answerOver>[1] = VIEW): number | null {
  let now = { ...answer, calmed: true };
  for (let atMs = 4000; atMs < 20_000; atMs += 32) {
    const verdict = answerOver(now, view, 'model', atMs);
    if (verdict.is === 'over') return atMs - 4000;
    now = verdict.answer;
  }
  return null;
}

test('while the words of the last stretch are still to come, those before it end nothing', () => {
  const told = answered('I called the other shop before I told anyone to wait.');
  const more = fellSilent(spoke(told, 5000), 6000);
  const soon = overAt(answered('I called the other shop before I told anyone to wait.')) ?? 0;
  // Silent since two seconds later than there.
  const waited = (answer: AnswerSoFar) => (overAt(answer) ?? 0) - 2000;
  expect(waited(more)).toBeGreaterThan(soon + 500);
  const known = captioned(more, caption(2, 'Nobody lost an order.', true), 6300, 6000);
  expect(waited(known)).toBeLessThanOrEqual(soon + 100);
});

test('a complete sentence ends the answer soon, an open one late', () => {
  const complete = overAt(answered('I lead nine agents in two shifts.')) ?? 0;
  const open = overAt(answered('I lead nine agents and')) ?? 0;
  expect(complete).toBeLessThan(1000);
  expect(open).toBeGreaterThan(complete * 2);
});

test('words that may still change are waited for', () => {
  const sure = overAt(answered('I lead nine agents in two shifts.')) ?? 0;
  const unsure = overAt(answered('I lead nine agents in two shifts.', { final: false })) ?? 0;
  expect(unsure).toBeGreaterThanOrEqual(sure);
});

test('who asked for time to think is left alone', () => {
  expect(overAt(answered(''), { ...VIEW, thinkingOn: true })).toBe(null);
});

test('“that’s all” ends the answer at once, “let me think” does not', () => {
  expect(answerOver(answered('We kept the customer. That’s all.'), VIEW, 'model', 4400)).toMatchObject({
    is: 'over',
    how: 'said',
  });
  expect(answerOver(answered('Let me think about that.'), VIEW, 'model', 4400).is).toBe('think');
  expect(answerOver(answered('Could you repeat the question?'), VIEW, 'model', 4400).is).toBe('repeat');
});

test('a wish is granted once', () => {
  const first = answerOver(answered('Let me think.'), VIEW, 'model', 4400);
  expect(answerOver(first.answer, VIEW, 'model', 4432).is).toBe('goes on');
});

test('who says nothing is told once that there is time, later when they asked to be left longer', () => {
  const silent = answerBegins(1, 0);
  expect(answerOver(silent, VIEW, 'model', 4900).is).toBe('goes on');
  const told = answerOver(silent, VIEW, 'model', 5000);
  expect(told.is).toBe('calm');
  expect(answerOver(told.answer, VIEW, 'model', 30_000).is).toBe('goes on');
  expect(answerOver(silent, { ...VIEW, waitLonger: true }, 'model', 5000).is).toBe('goes on');
});

test('without anything that tells voice from silence, only the candidate ends the answer', () => {
  expect(answerOver({ ...answered('All said.'), calmed: true }, VIEW, 'none', 60_000).is).toBe('goes on');
});
