/** Ids and secrets say where their record rests, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base32, ID_KINDS, type IdKind, isId, makeId, makeSecret, REGION_IDS, regionOf } from '../../worker/ids.ts';

const region = fc.constantFrom(...REGION_IDS);
const kind = fc.constantFrom(...(Object.keys(ID_KINDS) as IdKind[]));
const random = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test('an id carries its region and kind', () => {
  fc.assert(
    fc.property(region, kind, random(16), (where, what, bytes) => {
      const id = makeId(where, what, bytes);
      expect(regionOf(id)).toBe(where);
      expect(isId(what, id)).toBe(true);
    }),
  );
});

test('an id of one kind is not an id of another', () => {
  const id = makeId('eu', 'role', new Uint8Array(16));
  expect(isId('interview', id)).toBe(false);
});

test('a secret carries its region', () => {
  fc.assert(
    fc.property(region, random(32), (where, bytes) => {
      expect(regionOf(makeSecret(where, bytes))).toBe(where);
    }),
  );
});

test('different bytes make different ids', () => {
  fc.assert(
    fc.property(random(16), random(16), (a, b) => {
      expect(base32(a) === base32(b)).toBe(a.every((byte, i) => byte === b[i]));
    }),
  );
});

test('whatever else is written, it names no region', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(regionOf(text)).toBe(null);
    }),
  );
  for (const text of [
    'eu',
    'eu_',
    'eu_itv_',
    'xx_itv_00000000000000000000000000',
    'eu_itv_0000000000000000000000000u',
    '',
  ]) {
    expect(regionOf(text)).toBe(null);
  }
});
