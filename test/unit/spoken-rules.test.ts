/** What people say about the turn, how their sentences end, and how long that makes the wait, in three languages. */
import { expect, test } from 'vitest';
import { type TurnSoFar, turnVerdict, turnWaits } from '../../web/candidate/speech/end-of-turn-rules.ts';
import { ending } from '../../web/candidate/speech/ending-rules.ts';
import { isBackchannel, spokenCommand, spokenLanguage } from '../../web/candidate/speech/spoken-rules.ts';

test.each([
  ['en', 'Let me think.', 'think'],
  ['en', 'um let me think about that for', null],
  ['en', 'Good question. Let me think about it.', 'think'],
  ['en', 'They did not let me think about it, they wanted it at once.', null],
  ['en', 'I moved it to Friday and that was fine. That is all.', 'done'],
  ['en', "So we shipped it on Friday. I'm done.", 'done'],
  ['en', 'I’m done', 'done'],
  ['en', 'When I said I am done they laughed', null],
  ['en', 'we shipped it on friday and thats my answer', 'done'],
  ['en', 'I told her on the phone that I am done', null],
  ['hi', 'सारा काम हो गया', null],
  ['ar', 'اتصلت بها عندما انتهيت', null],
  ['en', 'Sorry, could you repeat the question, please?', 'repeat'],
  ['en', 'I asked the customer to repeat that', null],
  ['hi', 'मुझे सोचने दीजिए।', 'think'],
  ['hi', 'हमने काम पूरा किया। बस इतना ही।', 'done'],
  ['hi', 'कृपया सवाल दोहराइए', 'repeat'],
  ['hi', 'हमने काम पूरा किया', null],
  ['ar', 'دعني أفكر قليلاً.', 'think'],
  ['ar', 'عملت هناك سنتين. هذا كل شيء.', 'done'],
  ['ar', 'عفوا، هل يمكنك إعادة السؤال؟', 'repeat'],
  ['ar', 'عملت هناك سنتين', null],
] as const)('%s: “%s” asks for %s', (language, text, command) => {
  expect(spokenCommand(text, language)).toBe(command);
});

test.each([
  ['en', 'Mm-hm.', true],
  ['en', 'Yes, okay.', true],
  ['en', 'Yes, but', false],
  ['en', '', false],
  ['en', 'Yes yes yes yes yes', false],
  ['hi', 'जी हाँ', true],
  ['hi', 'okay', true],
  ['hi', 'जी लेकिन', false],
  ['ar', 'نعم', true],
  ['ar', 'ٱه', true],
  ['ar', 'نعم ولكن', false],
] as const)('%s: “%s” is only listening: %s', (language, text, only) => {
  expect(isBackchannel(text, language)).toBe(only);
});

test.each([
  ['en', '', 'unknown'],
  ['en', 'I called the driver and we moved the visit.', 'complete'],
  ['en', 'i called the driver and we moved the visit', 'likely'],
  ['en', 'I called the driver, and', 'open'],
  ['en', 'I called the driver and.', 'open'],
  ['en', 'We had to ask the', 'open'],
  ['en', 'I had nobody in that year to talk to.', 'complete'],
  ['en', 'i had nobody in that year to talk to', 'open'],
  ['en', 'If I had known that on Monday', 'open'],
  ['en', 'if i had known that on monday i would have called', 'likely'],
  ['en', 'My number is zero four four', 'open'],
  ['en', 'My number is zero four four seven eight nine three two one five.', 'complete'],
  ['en', 'We had about 25', 'open'],
  ['en', 'There are three reasons. First, the time.', 'open'],
  ['en', 'There are three reasons. First, the time. Second, the price. And third, the people.', 'complete'],
  ['en', 'Yes.', 'short'],
  ['en', 'I wrote it down.', 'brief'],
  ['en', 'I checked everything twice and then…', 'open'],
  ['hi', 'मैंने योजना बनाई और', 'open'],
  ['hi', 'हम समय पर नहीं पहुँच सके क्योंकि', 'open'],
  ['hi', 'मैंने तीन साल एक छोटे होटल में काम किया है', 'likely'],
  ['hi', 'मैंने तीन साल एक छोटे होटल में काम किया है।', 'complete'],
  ['hi', 'मैंने तीन साल एक छोटे होटल में', 'open'],
  ['ar', 'لم نصل في الوقت لأن', 'open'],
  ['ar', 'تكلمت مع السائق عن', 'open'],
  ['ar', 'عملت في فندق صغير ثلاث سنوات كاملة', 'likely'],
  ['ar', 'يعني', 'open'],
] as const)('%s: “%s” is %s', (language, text, kind) => {
  expect(ending(text, language, false)).toBe(kind);
});

const TURN: Omit<TurnSoFar, 'silenceMs'> = {
  ...{ text: 'I called the driver and we moved the visit.', language: 'en', marked: true, patience: 'normal' },
  ...{ waitLonger: false, thinking: false, captionAgeMs: 2000, detector: 'model' },
};

test('a complete sentence is answered within 0.9 s, prepared before, and an open one gets up to 3 s', () => {
  expect(turnVerdict({ ...TURN, silenceMs: 0 })).toBe('wait');
  expect(turnVerdict({ ...TURN, silenceMs: 450 })).toBe('maybe');
  expect(turnVerdict({ ...TURN, silenceMs: 900 })).toBe('over');
  expect(turnVerdict({ ...TURN, text: 'I called the driver and', silenceMs: 2900 })).not.toBe('over');
  expect(turnVerdict({ ...TURN, text: 'I called the driver and', silenceMs: 3000 })).toBe('over');
});

test('while the recogniser still writes, the turn is not over', () => {
  expect(turnVerdict({ ...TURN, silenceMs: 900, captionAgeMs: 100 })).toBe('maybe');
});

test('words of what was said before say nothing of how the last stretch ends', () => {
  expect(turnVerdict({ ...TURN, behind: true, silenceMs: 900 })).toBe('maybe');
  expect(turnVerdict({ ...TURN, behind: true, silenceMs: 2000 })).toBe('over');
});

test('every setting only lengthens the wait; who asked to think is left alone', () => {
  const texts = ['', 'Yes.', 'I called the driver and', TURN.text];
  for (const text of texts) {
    const { overMs } = turnWaits({ ...TURN, text });
    for (const more of [
      { patience: 'patient' },
      { waitLonger: true },
      { detector: 'energy' },
      { thinking: true },
    ] as const) {
      expect(turnWaits({ ...TURN, text, ...more }).overMs).toBeGreaterThanOrEqual(overMs);
    }
  }
  expect(turnVerdict({ ...TURN, thinking: true, silenceMs: 30_000 })).toBe('wait');
});

test('a language tag finds its rules', () => {
  expect(['en-IN', 'hi-IN', 'ar', 'de'].map(spokenLanguage)).toEqual(['en', 'hi', 'ar', 'en']);
});
