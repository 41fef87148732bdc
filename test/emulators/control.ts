/** How a test speaks to an emulator: `/_emulator/faults`, `/_emulator/delays`, `/_emulator/requests`. */
import { integer, minValue, number, object, optional, parse, picklist, pipe, string } from 'valibot';
import type { Ask } from './door.ts';
import { type Answer, FAULTS } from './faults.ts';
import type { Journal } from './journal.ts';

const faultSchema = object({
  key: string(),
  at: string(),
  fault: picklist(FAULTS),
  times: optional(pipe(number(), integer(), minValue(1)), 1),
});
const delaySchema = object({ key: string(), at: string(), firstMs: number(), perChunkMs: number() });
const body = (ask: Ask): unknown => JSON.parse(ask.bytes.toString());

export function control(journal: Journal, ask: Ask): Answer {
  const key = ask.query.get('key') ?? '';
  switch (`${ask.method} ${ask.path}`) {
    case 'POST /_emulator/faults': {
      const told = parse(faultSchema, body(ask));
      journal.queue(told.key, told.at, told.fault, told.times);
      return json(null);
    }
    case 'POST /_emulator/delays': {
      const { key: whose, at, ...delay } = parse(delaySchema, body(ask));
      journal.delay(whose, at, delay);
      return json(null);
    }
    case 'GET /_emulator/requests':
      return json(journal.read(key));
    case 'DELETE /_emulator':
      journal.forget(key);
      return json(null);
    default:
      return json({ error: 'No such control' }, 404);
  }
}

function json(value: unknown, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json' }, chunks: [JSON.stringify(value)] };
}
