/** Weaknesses of packages: what the registry tells must be allowed with a reason; where it tells nothing, the lock file must be fresh. */
import { expect, test } from 'vitest';
import { advisoriesIn, advisoryFaults, LOCK_DAYS } from '../support/advisory-rules.ts';

const NOW = Date.parse('2026-12-01T10:00:00Z');
const review = { lockedAt: '2026-11-28', allowed: [] };
const grave = { id: 'GHSA-1', package: 'left-pad', severity: 'high' };

test('a grave weakness fails until it is allowed with a reason, and no longer once it is gone', () => {
  expect(advisoryFaults(review, [grave], NOW)).toEqual(['left-pad: high, GHSA-1']);
  expect(advisoryFaults(review, [{ ...grave, severity: 'low' }], NOW)).toEqual([]);
  const allowed = { ...review, allowed: [{ id: 'GHSA-1', reason: 'only its tests run that part' }] };
  expect(advisoryFaults(allowed, [grave], NOW)).toEqual([]);
  expect(advisoryFaults(allowed, [], NOW)).toEqual(['GHSA-1 is allowed, and no longer told of']);
  expect(advisoryFaults({ ...review, allowed: [{ id: 'GHSA-1', reason: ' ' }] }, [grave], NOW)).toEqual([
    'GHSA-1 is allowed without a reason',
  ]);
});

test('a registry that tells nothing is no clean bill: the lock file must be fresh', () => {
  expect(advisoryFaults(review, null, NOW)).toEqual([]);
  const later = Date.parse(review.lockedAt) + (LOCK_DAYS + 1) * 86_400_000;
  expect(advisoryFaults(review, null, later)[0]).toContain(`${LOCK_DAYS + 1} days old`);
  expect(advisoryFaults({ ...review, lockedAt: 'yesterday' }, null, NOW)).toHaveLength(1);
  expect(advisoryFaults({ ...review, lockedAt: '2027-06-01' }, null, NOW)).toHaveLength(1);
});

test('the answer of npm is read, and an error of it is no answer', () => {
  const via = [{ source: 1, name: 'left-pad', severity: 'high', url: 'https://github.com/advisories/GHSA-1' }, 'other'];
  const vulnerabilities = { 'left-pad': { via }, other: { via: ['left-pad'] } };
  expect(advisoriesIn({ auditReportVersion: 2, vulnerabilities })).toEqual([grave]);
  expect(advisoriesIn({ vulnerabilities: {} })).toEqual([]);
  for (const none of [null, {}, { message: '404', error: {} }, { vulnerabilities: null }])
    expect(advisoriesIn(none)).toBeNull();
});
