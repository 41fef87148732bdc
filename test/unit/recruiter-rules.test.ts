/** Small rules of what recruiters see: ranges of a file, pages of a pipeline, due dates, and the words of a quote. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedWords } from '../../web/recruiter/report/marked-words.ts';
import { isThin } from '../../web/recruiter/report/thin-reason.ts';
import { canDecide, stateAfter } from '../../worker/domain/decisions/decision-rules.ts';
import { dateInWords, letter, withReason } from '../../worker/domain/decisions/letter-rules.ts';
import { REASON_PLACE } from '../../worker/domain/decisions/letter-words-rules.ts';
import { dueAfterHold } from '../../worker/domain/interviews/due-rules.ts';
import { oneLineOf } from '../../worker/domain/pipeline/one-line-rules.ts';
import { countGroups, readCursor, writeCursor } from '../../worker/domain/pipeline/pipeline-rules.ts';
import { byteRange } from '../../worker/domain/reports/byte-range-rules.ts';
import { requestDue } from '../../worker/domain/requests/request-rules.ts';

const UTC = { zone: 'UTC', weekend: [6, 0] };

describe('a range of a file', () => {
  test('never asks for a byte that is not there, whatever the header says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,6}-\d{0,6}$/)), fc.nat(5000), (header, size) => {
        const range = byteRange(header, size);
        if (range.kind !== 'part') return;
        expect(range.offset).toBeGreaterThanOrEqual(0);
        expect(range.length).toBeGreaterThan(0);
        expect(range.offset + range.length).toBeLessThanOrEqual(size);
      }),
    );
  });
  test('no header, a list of ranges and a backward one mean the whole file', () => {
    for (const header of [null, 'bytes=0-1,4-5', 'bytes=9-2', 'bytes=-']) {
      expect(byteRange(header, 100)).toEqual({ kind: 'whole' });
    }
  });
});

describe('a pipeline', () => {
  test('a cursor comes back as it went, and only for its own order', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, id) => {
        const text = writeCursor({ sort: 'name', name, id });
        expect(text).toMatch(/^[\w-]*$/);
        expect(readCursor(text, 'name')).toEqual({ sort: 'name', name, id });
        expect(readCursor(text, 'due')).toBeNull();
      }),
    );
  });
  test('anything else is no cursor', () => {
    fc.assert(fc.property(fc.string(), (text) => readCursor(text, 'due') === null));
  });
  test('everybody stands under exactly one chip', () => {
    const counts = countGroups([
      { state: 'human-requested', count: 2 },
      { state: 'to-decide', count: 3 },
      { state: 'scoring', count: 1 },
      { state: 'expired', count: 4 },
    ]);
    expect(counts).toEqual({
      'to-decide': 5,
      'on-hold': 0,
      'in-progress': 1,
      invited: 0,
      'next-round': 0,
      closed: 4,
    });
  });
  test('a row shows what somebody said, not the frame that all rows share', () => {
    expect(oneLineOf('Told most fully: Stays calm. “I called the other shop first.”')).toBe(
      'I called the other shop first.',
    );
    expect(oneLineOf('Told most fully: Knows “why”. “I asked him, “why now?””')).toBe(
      'Told most fully: Knows “why”. “I asked him, “why now?””',
    );
    expect(oneLineOf('Calls before anybody waits.')).toBe('Calls before anybody waits.');
    expect(oneLineOf('Not judged for want of evidence, which is not a low level: Calm.')).toContain('Not judged');
  });
});

describe('a decision', () => {
  test('needs something to decide on', () => {
    expect(canDecide('human-requested')).toBe(true);
    expect(canDecide('scoring')).toBe(false);
    expect(canDecide(stateAfter('reject'))).toBe(true);
  });
  test('a promise of working days skips the weekend', () => {
    const friday = new Date('2026-11-20T12:00:00Z');
    expect(dueAfterHold(friday, 1, UTC).toISOString()).toBe('2026-11-23T12:00:00.000Z');
    expect(dueAfterHold(friday, 5, UTC).toISOString()).toBe('2026-11-27T12:00:00.000Z');
  });
  test('the reason is told where the candidate has a right to it, word by word', () => {
    const facts = {
      tenant: 'Harbour Bakery',
      role: 'Baker',
      candidate: 'Noor',
      member: 'Ines',
      memberEmail: 'ines@example.com',
      until: 'Monday 30 November',
    };
    const reason = 'It costs $& more, and {reason} is no place.';
    expect(letter('advance', facts).body).not.toContain(REASON_PLACE);
    for (const kind of ['hold', 'reject'] as const) {
      expect(withReason(letter(kind, facts).body, reason)).toContain(reason);
    }
    expect(letter('reject', facts).body).toContain('ines@example.com');
  });
});

test('a review is due on the same day of the next month, or its last', () => {
  expect(requestDue('review', new Date('2026-01-31T10:00:00Z'), UTC).toISOString()).toBe('2026-02-28T10:00:00.000Z');
  expect(requestDue('review', new Date('2026-11-03T10:00:00Z'), UTC).toISOString()).toBe('2026-12-03T10:00:00.000Z');
});

describe('the words of a turn', () => {
  const mark = (text: string, startMs = 0, endMs = 1000) => ({ text, startMs, endMs });
  test('nothing is lost or doubled by marking, whatever is quoted', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 }),
        fc.nat(1000),
        (words, cuts, atMs) => {
          const marks = cuts.map(([a, b]) => mark(words.slice(Math.min(a, b), Math.max(a, b))));
          const [first] = marks;
          const pieces = markedWords(words, marks, first === undefined ? null : { mark: first, atMs });
          expect(pieces.map(({ text }) => text).join('')).toBe(words);
        },
      ),
    );
  });
  test('a quote lights up word by word as it is heard', () => {
    const quote = mark('I called the other shop', 0, 1000);
    const words = 'Well. I called the other shop first.';
    expect(markedWords(words, [quote], { mark: quote, atMs: 300 })).toEqual([
      { text: 'Well. ', cited: false, said: null },
      { text: 'I called', cited: true, said: true },
      { text: ' the other shop', cited: true, said: false },
      { text: ' first.', cited: false, said: null },
    ]);
  });
});

test.each(['en', 'ar', 'hi'] as const)('a letter in %s has everything that one in English has', (language) => {
  const facts = {
    tenant: 'Harbour Bakery',
    role: 'Baker',
    candidate: 'Noor',
    member: 'Ines',
    memberEmail: 'ines@example.com',
    until: dateInWords(new Date('2026-11-30T10:00:00Z'), 'Asia/Riyadh', language),
    feedback: true,
  };
  for (const kind of ['advance', 'hold', 'reject'] as const) {
    const { subject, body } = letter(kind, facts, language);
    for (const part of ['Noor', 'Baker', 'ines@example.com', 'Ines\nHarbour Bakery']) expect(body).toContain(part);
    expect(subject).toContain('Baker');
    expect(body.includes(REASON_PLACE)).toBe(kind !== 'advance');
    expect(body.includes(facts.until)).toBe(kind === 'hold');
    const script = { en: /[a-z]{3}/, ar: /\p{Script=Arabic}{3}/u, hi: /\p{Script=Devanagari}{3}/u }[language];
    expect(body).toMatch(script);
  }
});

test('a reason of two letters is questioned, in every script, and a sentence is not', () => {
  for (const reason of ['no', 'N/A', 'ok ok ok', 'لا', 'नहीं']) expect([reason, isThin(reason)]).toEqual([reason, true]);
  for (const reason of ['No example of baking at night.', 'لا مثال على الخبز ليلا', 'रात में बेकिंग का कोई उदाहरण नहीं']) {
    expect([reason, isThin(reason)]).toEqual([reason, false]);
  }
});
