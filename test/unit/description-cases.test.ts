/** Descriptions and CVs as people paste them: duties whole and kept, what asks for who somebody is left out. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../web/shared/documents/read-document.ts';
import { descriptionLines } from '../../worker/domain/plans/description-line-rules.ts';
import { draftPlan } from '../../worker/domain/plans/draft-rules.ts';
import { dubiousLine } from '../../worker/domain/plans/dubious-line-rules.ts';
import { resumeExcerpt } from '../../worker/domain/resumes/excerpt-rules.ts';
import { shortened, wellFormed } from '../../worker/text-rules.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/documents');
const read = async (name: string) => await readDocument(new File([await readFile(join(FOLDER, name))], name));
const items = (description: string) =>
  descriptionLines(description)
    .filter(({ item }) => item)
    .map(({ text }) => text);
const sources = (description: string) =>
  draftPlan({ title: 'Lead', description }).sections.flatMap(({ questions }) =>
    questions.flatMap(({ source }) => (source === undefined ? [] : [source])),
  );

test('a duty that the page’s width cut is one sentence again', async () => {
  const description = await read('jd-wrapped-lines.pdf');
  expect(items(description)).toEqual([
    'Calm upset customers on the phone and on chat, and find out together with them what really happened before you promise anything',
    'Plan the weekly shifts of a team of twelve people, and keep the office staffed when somebody is away at short notice',
    'Train new colleagues in their first month and give them feedback every week',
    'Experience in a customer-facing role, where you had to decide what comes first when everything seems urgent',
  ]);
  for (const source of sources(description)) expect(items(description)).toContain(source);
  expect(sources(description).length).toBeGreaterThanOrEqual(3);
});

test('breaks inside a list part its items, pasted or from a file', async () => {
  const wanted = ['Calm upset customers on the phone', 'Plan the weekly shifts of a team', 'Train new colleagues'];
  expect(items(await read('jd-word-soft-break.txt'))).toEqual(wanted);
  const pasted = await readFile(join(FOLDER, 'jd-word-soft-break.txt'), 'utf8');
  expect(items(wellFormed(pasted))).toEqual(wanted);
  expect(items(pasted.replaceAll('\v', ''))).toEqual(wanted);
  expect(sources(pasted).length).toBeGreaterThanOrEqual(2);
  for (const source of sources(pasted)) expect(wanted).toContain(source);
});

test.each(['-', '*', '•', '▪', '➤', '✔', '–', '1.', '2)', '(3)', 'a)', '◦', '►', '٣.'])('“%s” is a bullet', (mark) => {
  expect(items(`You will\n${mark} calm upset customers\n${mark} train a colleague`)).toEqual([
    'calm upset customers',
    'train a colleague',
  ]);
});

test('HTML is read as it is shown', () => {
  const html =
    '<h3>Responsibilities</h3><ul><li>Calm <b>upset</b> customers &amp; find out why</li><li>Plan shifts</li></ul>' +
    '<script>steal()</script><p>What we offer</p><ul><li>Company pension</li></ul>';
  const lines = descriptionLines(html);
  expect(lines.filter(({ part }) => part === 'duty').map(({ text }) => text)).toEqual([
    'Calm upset customers & find out why',
    'Plan shifts',
  ]);
  expect(lines.map(({ text }) => text).join(' ')).not.toMatch(/steal|[<>]/);
  expect(lines.find(({ text }) => text === 'Company pension')?.part).toBe('offer');
});

test('a line that is short is whole, and a list without signs stays a list', () => {
  expect(descriptionLines('calm customers\nplan shifts\ntrain colleagues').map(({ text }) => text)).toHaveLength(3);
  expect(
    descriptionLines('Northwind moves goods for hospitals in the north.\nit is fun').map(({ text }) => text),
  ).toHaveLength(2);
});

const NURSERY = `You will
- Plan activities for children aged two to five
- Talk with the families at pick-up
- Support children with a disability so that they take part`;
const INSURER = `You will
- Advise customers on pension and health insurance products
- Settle claims for benefits within ten days`;
const PAYROLL = `You will
- Run payroll and answer salary questions of 300 employees
- Plan holiday cover for the shifts`;

test.each([NURSERY, INSURER, PAYROLL])('duties with children, health, pensions and pay are duties', (description) => {
  const duties = items(description);
  for (const duty of duties) expect([duty, dubiousLine(duty)]).toEqual([duty, null]);
  expect(sources(description).length).toBeGreaterThanOrEqual(1);
  for (const source of sources(description)) expect(duties).toContain(source);
});

test('every duty of an insurer and a payroll office can be the ground of a question', () => {
  const found = sources(`${INSURER}\n${PAYROLL.replace('You will\n', '')}\n${NURSERY.replace('You will\n', '')}`);
  expect(found.some((one) => /pension|benefits|payroll|holiday|children|families/.test(one))).toBe(true);
});

test.each([
  ['age', 'You are under 35 years of age'],
  ['age', 'Maximum age: 40'],
  ['age', 'Join our young and dynamic team'],
  ['gender', 'Female candidates only'],
  ['nationality', 'German citizens only'],
  ['family', 'You have no family duties that keep you from weekend shifts'],
  ['family', 'Unmarried candidates preferred'],
  ['religion', 'Candidates of Christian belief are preferred for the customer desk'],
  ['health', 'You are in good health'],
  ['photo', 'Send your CV with a recent photo'],
  ['birth-date', 'State your date of birth in the letter'],
  ['native-speaker', 'English native speaker for the customer desk'],
  ['native-speaker', 'German as mother tongue'],
  ['elite-school', 'Degree from a top university'],
  ['elite-school', 'IIT or IIM graduates only'],
  ['looks', 'Pleasant appearance for the front desk'],
])('%s: “%s” is never the ground of a question', (reason, line) => {
  expect(dubiousLine(line)).toBe(reason);
  const duty = 'Calm upset customers on the phone';
  expect(sources(`You will\n- ${line} and calm upset customers\n- ${duty}`)).toEqual([duty]);
});

test('what describes the work is no such line', () => {
  for (const line of [
    'You must be over 18 to serve alcohol',
    'Care for patients aged over 65',
    'Process citizenship applications of people from abroad',
    'Take photos of the building site for the report',
    'Lead health and safety at the site',
    'Organise the Hindu and Christian festivals of the town',
    'Sell to men and women of every age',
    'Right to work in the EU required',
    'Teach at schools and universities',
    'Write native apps for iOS',
  ])
    expect([line, dubiousLine(line)]).toEqual([line, null]);
});

test('what the employer gives is no ground for a question', () => {
  const offer =
    'What we offer\n- Company pension and health insurance for customers of ours\n- 30 days of holiday and a team that plans';
  expect(sources(`${offer}\n\nYour tasks\n- Calm upset customers on the phone`)).toEqual([
    'Calm upset customers on the phone',
  ]);
});

test('of a CV, work stays with its dates, and who somebody is goes', () => {
  const work = [
    'Worked from 01.09.2016 to 31.08.2019 as a fitter',
    'Visa card disputes: handled 40 chargebacks a week',
    'Public health nurse, county hospital',
    'Taught 30 children aged 6 to 10, and children with disabilities',
    'Single sign-on for 1 200 000 users, 2015-2019',
    'Photo editor and passport control officer',
  ];
  expect(resumeExcerpt(work.join('\n'))).toBe(work.join('\n'));
  for (const line of [
    'Date of birth: 12.05.1990',
    'Born 12.05.1990 in Lagos',
    'Nationality: Indian',
    'Married, two children',
    'Marital status: single',
    'Gender: female',
    'Aged 34',
    'Visa status: H-1B',
    'Passport no. X1234567',
    'Religion: none',
    'الجنسية: أردني',
    'राष्ट्रीयता: भारतीय',
  ])
    expect([line, resumeExcerpt(`${line}\nRan a depot`)]).toEqual([line, 'Ran a depot']);
  expect(resumeExcerpt('Call +49 151 2345 6789, a@b.example\nRan a depot')).toBe('Call ,\nRan a depot');
});

test('a text is cut between two signs that a person sees', () => {
  const long = `${'Ran a depot. '.repeat(115)}Ran 😀 and more work`;
  for (const most of [1498, 1499, 1500]) expect(shortened(long, most).isWellFormed()).toBe(true);
  expect(resumeExcerpt(long).isWellFormed()).toBe(true);
  for (const sign of ['😀', '👩‍👩‍👧', 'é'.normalize('NFD'), 'क्षि', '🇮🇳'])
    for (let most = 10; most < 10 + sign.length; most += 1)
      expect([sign, shortened(`0123456789${sign}`, most)]).toEqual([sign, '0123456789']);
  expect(shortened('short', 9)).toBe('short');
});
