/** A story told in the words of brochures is no account; words of that kind inside an account do it no harm. */
import { expect, test } from 'vitest';
import { isHollow } from '../../worker/domain/scoring/hollow-rules.ts';
import { NORTHWIND_PEOPLE } from '../../worker/local/example/northwind-people.ts';
import { ownFamilies } from '../evals/own-cases.ts';
import { HONEST } from '../support/honest-answers.ts';

test.each([
  'In my previous company I was confronted with a difficult situation involving several parties. I analysed the situation, prioritised the tasks and implemented the appropriate measures together with the team. In the end all of us were satisfied and the project was a great success.',
  'I drove a transformation initiative across the organisation. By fostering a culture of trust and continuous improvement I enabled my team to unlock its full potential. We achieved outstanding results.',
  'Customer satisfaction is my top priority. I listen actively, identify the needs and offer suitable solutions. I managed to increase satisfaction by twenty percent through my dedication.',
])('hollow: %s', (account) => {
  expect(isHollow(account, 'account')).toBe(true);
});

test.each([
  'In 2022 I ran the merger of our two warehouses. The stakeholders were the works council and a landlord, and I met each of them every Thursday at eight. The landlord wanted six months more, so I traded him the north gate. We moved in nine days and lost two pallets.',
  'Our performance was poor on Mondays. I looked at the roster and saw that three of five people were new on that day. I asked Ines to swap, and the complaints went from thirty to nine within a month.',
  'The challenge was a complex contract of eighty pages. I put the eleven clauses that cost money on one sheet and went through it with the lawyer on a Friday. We struck two of them.',
])('an account: %s', (account) => {
  expect(isHollow(account, 'account')).toBe(false);
});

test('nobody who told something is called hollow', () => {
  const told = [
    ...HONEST.map(({ answer }) => answer),
    ...NORTHWIND_PEOPLE.flatMap(({ answers }) => answers),
    ...ownFamilies().flatMap(({ cases }) =>
      cases
        .filter(({ kind }) => ['strong', 'adequate', 'weak', 'paraphrase', 'noise'].includes(kind))
        .flatMap(({ said }) => said.map(({ text }) => text)),
    ),
  ];
  expect(told.filter((text) => isHollow(text, 'account'))).toEqual([]);
});
