/** The address of an invitation: its secret is in the one part that no browser sends, and is taken out of it. */
import { expect, test } from 'vitest';
import { addressWithoutSecret, secretInAddress } from '../../web/candidate/link-address-rules.ts';
import { linkAddress } from '../../worker/domain/invitations/link-address-rules.ts';

const SECRET = 'eu_B71efEMVAvBBK6jnFjJm3jfyD9IoEtQCHVqidg9rWb9';
const partsOf = (address: string) => {
  const { pathname, search, hash } = new URL(address);
  return { pathname, search, hash };
};

test('what a browser sends of a mailed link holds nothing of its secret, and the page finds it whole', () => {
  const url = new URL(linkAddress('https://interloop.example', SECRET));
  expect(url.hash).toBe(`#${SECRET}`);
  url.hash = '';
  expect(url.href).toBe('https://interloop.example/i');
  expect(secretInAddress(partsOf(linkAddress('https://interloop.example', SECRET)))).toBe(SECRET);
});

test('a link of an older mail is read from its path', () => {
  expect(secretInAddress(partsOf(`https://interloop.example/i/${SECRET}`))).toBe(SECRET);
  expect(secretInAddress(partsOf(`https://interloop.example/i/${SECRET}#data`))).toBe(SECRET);
});

test('without its secret the address keeps the language that was asked for and the part of the page', () => {
  for (const [address, left] of [
    [`/i#${SECRET}`, '/i'],
    [`/i?lang=ar-XB#${SECRET}`, '/i?lang=ar-XB'],
    [`/i/${SECRET}?lang=ar-XB`, '/i?lang=ar-XB'],
    [`/i/${SECRET}#data`, '/i#data'],
  ] as const) {
    const kept = addressWithoutSecret(partsOf(`https://interloop.example${address}`));
    expect(kept).toBe(left);
    expect(secretInAddress(partsOf(`https://interloop.example${kept}`))).toBeNull();
  }
});

test('a cut or mangled address is read as it stands, and one that names a part of the page brings no link', () => {
  expect(secretInAddress(partsOf('https://interloop.example/i#rubbish'))).toBe('rubbish');
  expect(secretInAddress(partsOf('https://interloop.example/i#eu_%E0%A4%A'))).toBe('eu_%E0%A4%A');
  for (const hash of ['', '#', '#data', '#main']) expect(secretInAddress({ pathname: '/i', hash })).toBeNull();
});
