/** Which fault of a provider comes for which fault of an emulator: the same for every maker of every port. */
import { expect } from 'vitest';
import { type FaultKind, ProviderFault } from '../../worker/provider-faults.ts';
import type { Patience } from '../../worker/providers/stream-guard.ts';
import { type Fault, WAIT_MS } from '../emulators/faults.ts';

export interface FaultRow {
  fault: Fault;
  kind: FaultKind;
  retryAfterMs: number | null;
  patience: Patience;
}

/** Patience for what is not about time, however busy the machine that runs the tests. */
export const PATIENT: Patience = { firstMs: 25_000, gapMs: 25_000, totalMs: 50_000 };

/** Patience that is soon over, for what never ends by itself. */
export const IMPATIENT: Patience = { firstMs: 250, gapMs: 250, totalMs: 500 };

const row = (fault: Fault, kind: FaultKind, more: Partial<FaultRow> = {}): FaultRow => ({
  fault,
  kind,
  retryAfterMs: null,
  patience: PATIENT,
  ...more,
});

export const FAULT_ROWS: FaultRow[] = [
  row('busy-with-wait', 'busy', { retryAfterMs: WAIT_MS }),
  row('busy', 'busy'),
  row('quota', 'quota'),
  row('broken', 'unavailable'),
  row('overloaded', 'unavailable'),
  row('wrong-key', 'wrong-key'),
  row('silence', 'timeout', { patience: IMPATIENT }),
  row('endless', 'timeout', { patience: IMPATIENT }),
  row('trickle', 'timeout', { patience: IMPATIENT }),
  row('broken-line', 'malformed'),
  row('wrong-schema', 'malformed'),
  row('html', 'malformed'),
  row('empty', 'malformed'),
  row('refusal', 'refused'),
];

/** Ends properly in the middle of what it says: seen wherever the answer says how it ends. */
export const CUT_ROW = row('cut', 'malformed');
export const INCOMPLETE_ROW = row('incomplete', 'malformed');

/** The fault that the call ends in. */
export async function faultOf(call: Promise<unknown>): Promise<ProviderFault> {
  const thrown = await call.then(
    (value) => `no fault, but ${JSON.stringify(value)}`,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ProviderFault);
  return thrown as ProviderFault;
}
