/** The model port: what the product relies on, of every maker alike. */
import { describe, expect, test } from 'vitest';
import type { Usage } from '../../worker/domain/spend/usage-shape.ts';
import type { Maker } from '../../worker/provider-faults.ts';
import type { Model, ThinkRequest } from '../../worker/providers/model/model.ts';
import type { Patience } from '../../worker/providers/stream-guard.ts';
import { freshKey } from './emulator-control.ts';
import { CUT_ROW, FAULT_ROWS, faultOf, INCOMPLETE_ROW, PATIENT } from './provider-faults.ts';

export interface ModelMaker {
  name: string;
  maker: Maker;
  /** Where its emulator is and how the keys begin that it takes; null: the real service, with its own key. */
  emulator: { url: string; keys: string } | null;
  model(key: string, patience: Patience): Model;
  /** Whether its pieces are numbered, so that one that comes twice is said once. */
  numbered: boolean;
}

const ANSWER = 'The line stood still every night. I moved the checks to the morning shift, and it ran.';

export const VERDICT = {
  name: 'verdict',
  schema: {
    type: 'object',
    properties: { follow: { type: 'boolean' }, about: { type: 'string' }, weight: { type: 'integer', minimum: 1 } },
    required: ['follow', 'about', 'weight'],
    additionalProperties: false,
  },
};

export function question(more: Partial<ThinkRequest> = {}): ThinkRequest {
  return {
    instructions: 'You interview. Ask one short question about what the candidate said last.',
    input: `<answer>${ANSWER}</answer>`,
    schema: null,
    maxTokens: 120,
    temperature: 0.4,
    signal: new AbortController().signal,
    onUsage: () => {},
    ...more,
  };
}

export async function thought(model: Model, request: ThinkRequest): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of model.think(request)) pieces.push(piece);
  return pieces;
}

export function modelSuite(made: ModelMaker): void {
  const line = () => freshKey(made.emulator?.url ?? '', made.emulator?.keys ?? '');

  describe(`thought by ${made.name}`, () => {
    test('a question comes piece by piece, and what it took is told', async () => {
      const spent: Usage[] = [];
      const model = made.model(line().key, PATIENT);
      const pieces = await thought(model, question({ onUsage: (usage) => spent.push(usage) }));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.join('')).toMatch(/\?\s*$/);
      expect(spent.map(({ unit }) => unit).sort()).toEqual(['text-in-tokens', 'text-out-tokens']);
      expect(spent.every(({ maker, amount }) => maker === made.maker && amount > 0)).toBe(true);
    });

    test('to a schema the answer is JSON that fits it', async () => {
      const model = made.model(line().key, PATIENT);
      const answer: unknown = JSON.parse((await thought(model, question({ schema: VERDICT }))).join(''));
      expect(answer).toEqual({
        follow: expect.any(Boolean),
        about: expect.any(String),
        weight: expect.any(Number),
      });
    });
  });

  if (made.emulator === null) return;

  describe(`thought by ${made.name}, when something is wrong`, () => {
    test.each([...FAULT_ROWS, CUT_ROW, INCOMPLETE_ROW])('$fault is $kind', async (row) => {
      const { key, fails } = line();
      for (const schema of [null, VERDICT]) {
        await fails('model', row.fault);
        const request = question({ schema, maxTokens: row.patience === PATIENT ? 120 : 30 });
        const fault = await faultOf(thought(made.model(key, row.patience), request));
        expect(fault).toMatchObject({ maker: made.maker, kind: row.kind, retryAfterMs: row.retryAfterMs });
        expect((await thought(made.model(key, PATIENT), question())).length).toBeGreaterThan(1);
      }
    });

    test('an answer that needs more than it may have is not passed off as whole', async () => {
      const fault = await faultOf(
        thought(made.model(line().key, PATIENT), question({ maxTokens: 1, input: ANSWER.repeat(9) })),
      );
      expect(fault).toMatchObject({ kind: 'malformed' });
    });

    test.runIf(made.numbered)('pieces that come twice are said once', async () => {
      const { key, fails } = line();
      const once = await thought(made.model(key, PATIENT), question());
      await fails('model', 'twice');
      expect(await thought(made.model(key, PATIENT), question())).toEqual(once);
    });

    test('a key that it does not know is a wrong key', async () => {
      expect(await faultOf(thought(made.model('unknown', PATIENT), question()))).toMatchObject({ kind: 'wrong-key' });
    });

    test('whoever asked can stop it', async () => {
      const { key, fails } = line();
      await fails('model', 'silence');
      const stop = new AbortController();
      const ends = faultOf(thought(made.model(key, PATIENT), question({ signal: stop.signal })));
      stop.abort();
      expect(await ends).toMatchObject({ kind: 'timeout' });
    });
  });
}
