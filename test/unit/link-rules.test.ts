/** What a link still opens, and how much of an address its holder sees. */
import { expect, test } from 'vitest';
import { firstName, linkStanding, maskedAddress } from '../../worker/domain/candidates/link-rules.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const LATER = new Date('2026-11-30T12:00:00Z');
const BEFORE = new Date('2026-11-20T12:00:00Z');

test('a link opens until the interview is over, and then never again', () => {
  const open = { expiresAt: LATER, revokedAt: null };
  for (const state of ['invited', 'opened', 'in-interview'] as const) {
    expect(linkStanding({ ...open, state }, NOW)).toBe('open');
    expect(linkStanding({ ...open, expiresAt: NOW, state }, NOW)).toBe('expired');
    expect(linkStanding({ ...open, revokedAt: BEFORE, state }, NOW)).toBe('revoked');
  }
  for (const state of ['sealing', 'scoring', 'to-decide', 'on-hold', 'next-round', 'declined', 'withdrawn'] as const) {
    expect(linkStanding({ ...open, state }, NOW)).toBe('used');
  }
  expect(linkStanding({ ...open, state: 'expired' }, NOW)).toBe('expired');
});

test('an address is known to its owner and to nobody else', () => {
  expect(maskedAddress('amina.yusuf@mail.example')).toBe('a•••@m•••.example');
  expect(maskedAddress('x@y')).toBe('x•••@y•••');
});

test('one is greeted by the first of one’s names', () => {
  expect(firstName('  Amina Yusuf ')).toBe('Amina');
  expect(firstName('Prince')).toBe('Prince');
});
