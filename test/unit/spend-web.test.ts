/** Money and faults in words: what a member reads about what an interview cost and why it went on without its voice. */
import { expect, test } from 'vitest';
import { engineLossText } from '../../web/recruiter/report/engine-notice.tsx';
import { engineText } from '../../web/recruiter/report/engine-text.ts';
import { capOf } from '../../web/recruiter/settings/cap-input.ts';
import { money } from '../../web/shared/format.ts';
import { FAULT_KINDS } from '../../worker/provider-faults.ts';

test('amounts read as dollars, and what is less than a cent is not nothing', () => {
  const shown = [0, 310_000, 1_000_000, 1_234_567_890, 2_300].map(money);
  expect(shown.map((text) => text.replace(/[^\d.,]/g, ''))).toEqual(['0.00', '0.31', '1.00', '1,234.57', '0.0023']);
});

test('a cap is what a person types: an amount, nothing at all, or no amount', () => {
  expect(['250', ' $12.50 ', '0,99', '0', '', '  '].map(capOf)).toEqual([250e6, 12.5e6, 990_000, 0, null, null]);
  for (const wrong of ['-1', '1e9', '12.345', 'much', '100001', '1.2.3']) expect(capOf(wrong)).toBeUndefined();
});

test('each kind of fault has words of its own, and one that nobody knows has some too', () => {
  const said = [...FAULT_KINDS, 'of-tomorrow'].map((fault) =>
    engineText('provider-fault', { maker: 'gemini', fault, status: 503 }),
  );
  expect(new Set(said).size).toBe(said.length);
  for (const text of said) expect(text).toMatch(/^Google Gemini: ./);
});

test('the history says what went on and how', () => {
  const changed = (to: string) => engineText('engine-changed', { from: 'live', to, maker: 'gemini', fault: 'timeout' });
  expect(changed('cascade')).toBe(
    'Google Gemini: no answer came in time. The interview went on in steps, with a voice',
  );
  expect(changed('rehearsed')).toMatch(/went on by the plan’s rules$/);
  expect(engineText('spend-cap', { cap: 'tenant' })).toMatch(/^What your month may cost was reached/);
  expect(engineText('engine-chosen', { engine: 'live' })).toBe('The interviewer was a live voice');
});

test('the report’s head names a fault as ours and holds it against nobody', () => {
  expect(engineLossText({ extent: 'partly', why: 'fault' })).toMatch(
    /^Part of this interview ran .* never lowers a level\.$/,
  );
  expect(engineLossText({ extent: 'wholly', why: 'cap' })).toMatch(/^This interview ran .* cost was reached/);
});
