/** What people say, as they say it: figures, dates and words stay, quotes end where sentences end, names are hidden as names. */
import { expect, test } from 'vitest';
import { masked } from '../../worker/domain/scoring/masked-rules.ts';
import { findQuote } from '../../worker/domain/scoring/verbatim-rules.ts';
import { mentions, sentencesOf } from '../../worker/domain/scoring/words-rules.ts';

const sentences = (text: string) => sentencesOf(text).map((one) => one.text);

test('amounts, years, dates and times stay', () => {
  for (const said of [
    'I saved 1 200 000 euros.',
    'I saved 1.200.000 euros.',
    'I saved 1,200,000.50 dollars.',
    'We moved 12,50,000 rupees and 850 000 000 rows.',
    'I ran it 2015-2019.',
    'I ran it 2015 – 2019, and again 2021/22.',
    'It went live on 12.05.2023.',
    'Ticket of 2023-05-12.',
    'From 01.09.2016 to 31.08.2019, at 10:30:00.',
    'Budget of $12500000 and 120000000 requests a day.',
    'Pi is 3.14159265, the ratio 0.123456789.',
    'In 2015 2016 2017 it fell by 12345678 units.',
  ])
    expect(masked(said, [])).toBe(said);
});

test('what can be dialled, and what an office gave, is hidden', () => {
  for (const number of [
    '+49 151 2345 6789',
    '+4915123456789',
    '0151 23456789',
    '(030) 123 45 67',
    '(555) 123-4567',
    '555-123-4567',
    '612 345 678',
    '9876543210',
    '98765 43210',
    '123-45-6789',
    '1234 5678 9012',
    '4111 1111 1111 1111',
    'DE89 3704 0044 0532 0130 00',
    'ABCDE1234F',
    '٠٥٠١٢٣٤٥٦٧',
  ]) {
    const hidden = masked(`You find me at ${number} any day.`, []);
    expect([number, hidden]).toEqual([number, `You find me at ${'▪'.repeat(number.length)} any day.`]);
  }
  expect(masked('My number is 1 234 567.', [])).toBe('My number is ▪▪▪▪▪▪▪▪▪.');
});

test('a name that is a word is hidden where it stands as a name', () => {
  const will = ['Will Mark'];
  expect(masked('I will mark it done.', will)).toBe('I will mark it done.');
  expect(masked('Will that help? Mark it done.', will)).toBe('Will that help? Mark it done.');
  expect(masked('I am Will Mark, and Will did it.', will)).toBe('I am ▪▪▪▪▪▪▪▪▪, and ▪▪▪▪ did it.');
  expect(masked('my name is will', will)).toBe('my name is ▪▪▪▪');
  expect(masked('I drove a van for the team.', ['Anna van Dijk'])).toBe('I drove a van for the team.');
  expect(masked('In May I had hope and grace.', ['Grace Hope'])).toBe('In May I had hope and grace.');
  expect(masked('Then adaeze called NWOSU.', ['Adaeze Nwosu'])).toBe('Then ▪▪▪▪▪▪ called ▪▪▪▪▪.');
});

test('abbreviations end no sentence, and a real end is an end', () => {
  for (const one of [
    'I apologised and promised to ring again at 6 p.m. with a new date.',
    'I met Dr. Lee in St. Louis.',
    'We fixed it, e.g. by hand, i.e. slowly.',
    'J. Smith and Mary K. Jones ran no. 5 for approx. ten days.',
    'The U.S. team and Acme Inc. were late, etc. and so on.',
  ])
    expect(sentences(one)).toEqual([one]);
  expect(sentences('I rang at 6 p.m. Then I left. It was vitamin C. We agreed.')).toEqual([
    'I rang at 6 p.m.',
    'Then I left.',
    'It was vitamin C.',
    'We agreed.',
  ]);
  expect(sentences('so did I. Then we left')).toEqual(['so did I.', 'Then we left']);
});

test('a quote is found whichever way its marks were written', () => {
  const composed = 'I moved the café team to Gdańsk.';
  const apart = composed.normalize('NFD');
  for (const [turn, quote] of [
    [apart, 'moved the café team'],
    [composed, 'moved the café team'.normalize('NFD')],
    ['저는 팀을 이끌었습니다'.normalize('NFD'), '팀을 이끌었습니다'],
    ['मैंने टीम को पढ़ाया', 'पढ़ाया'.normalize('NFD')],
  ] as const) {
    const place = findQuote(turn, quote);
    expect([quote, place === null ? null : turn.slice(place.startChar, place.endChar).normalize('NFC')]).toEqual([
      quote,
      quote.normalize('NFC'),
    ]);
  }
  expect(findQuote(apart, 'moved the cafe team')).toBeNull();
});

test('a term is found with its signs or not at all', () => {
  const found = (said: string, term: string) => mentions(said, term);
  expect(found('I wrote it in C', 'C++')).toBe(false);
  expect(found('I wrote it in C', 'C#')).toBe(false);
  expect(found('caught with a net', '.NET')).toBe(false);
  expect(found('I wrote it in C++17, then C#.', 'C')).toBe(false);
  for (const term of ['C++', 'C#', 'F#', '.NET', 'Node.js', 'C'])
    expect([term, found(`I wrote it in ${term}, twice.`, term)]).toEqual([term, true]);
  expect(found('we found the root, cause unknown', 'root cause')).toBe(true);
  expect(found('Straße in Köln'.normalize('NFD'), 'köln')).toBe(true);
});
