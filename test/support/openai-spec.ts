/** OpenAI's own description of its API, where it lies beside this project: whether an exchange is as it says. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const FILE = resolve(import.meta.dirname, '../../../shared/oracles/openai.openapi.yaml');

export const SPEC_IS_HERE = existsSync(FILE);

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  properties?: Record<string, { enum?: unknown[] }>;
}
interface Content {
  [type: string]: { schema: Schema } | undefined;
}
interface Spec {
  components: { schemas: Record<string, Schema> };
  paths: Record<
    string,
    { post?: { requestBody: { content: Content }; responses: Record<string, { content?: Content }> } } | undefined
  >;
}

export interface Exchange {
  request: Pick<Request, 'url' | 'headers' | 'json' | 'formData'>;
  response: Response;
}

/** The faults of an exchange; none when it is as described. */
export type Judge = (exchange: Exchange) => Promise<string[]>;

export function openSpec(): Judge {
  const spec = parse(readFileSync(FILE, 'utf8'), { maxAliasCount: -1 }) as Spec;
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(withNulls(spec) as Spec, 'openai');

  /** Against a schema of the description, with nothing in it that the description does not know. */
  function faults(what: string, ref: string, value: unknown): string[] {
    const key = `strict ${ref}`;
    if (ajv.getSchema(key) === undefined) ajv.addSchema({ $ref: `openai${ref}`, unevaluatedProperties: false }, key);
    const check = ajv.getSchema(key);
    if (check === undefined) throw new Error(`The description has no ${ref}`);
    if (check(value)) return [];
    return (check.errors ?? []).map(
      ({ instancePath, message, params }) => `${what}: ${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  function refOf(content: Content | undefined, type: string): string {
    const schema = content?.[type]?.schema;
    if (schema === undefined) throw new Error(`The description knows no ${type} here`);
    return schema.$ref ?? '#/components/schemas/CreateTranscriptionResponseJson';
  }

  /** Of the events that a stream may bring, the one that has this type; the stream's only kind where it has no types. */
  function eventRef(ref: string, event: StreamEvent): string {
    const named = (one: string) => spec.components.schemas[one.replace('#/components/schemas/', '')];
    const kinds = named(ref)?.anyOf;
    if (kinds === undefined) return ref;
    const kind = kinds.find((one) => named(one.$ref ?? '')?.properties?.type?.enum?.includes(event.type));
    if (kind?.$ref === undefined) throw new Error(`The description knows no event ${event.type}`);
    return kind.$ref;
  }

  return async ({ request, response }) => {
    const path = new URL(request.url).pathname.replace(/^.*\/v1(?=\/)/, '');
    const told = spec.paths[path]?.post;
    if (told === undefined) return response.status === 404 ? [] : [`${path} is not described`];
    const [asked, said] = [typeOf(request.headers), typeOf(response.headers)];
    if (response.status !== 200) return faults('error', '#/components/schemas/ErrorResponse', await response.json());
    const sent = asked === 'multipart/form-data' ? fieldsOf(await request.formData()) : await request.json();
    const wrong = faults('request', refOf(told.requestBody.content, asked), sent);
    const content = told.responses['200']?.content;
    if (said === 'application/json') wrong.push(...faults('answer', refOf(content, said), await response.json()));
    if (said === 'text/event-stream')
      for (const event of eventsIn(await response.text())) {
        wrong.push(...faults(String(event.type), eventRef(refOf(content, said), event), event));
        if ('response' in event) wrong.push(...faults('response', '#/components/schemas/Response', event.response));
      }
    return wrong;
  };
}

/** The older way of saying that something may be null, in the newer, which the checker knows as it is meant. */
function withNulls(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withNulls);
  if (typeof part !== 'object' || part === null) return part;
  const whole = Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, withNulls(inner)]));
  const { nullable, ...rest } = whole;
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : whole;
}

function typeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0] ?? '';
}

/** A form says everything as text, and lists by brackets; the description knows types. */
function fieldsOf(form: FormData): Record<string, unknown> {
  const typed = (value: string | File) => {
    if (typeof value !== 'string') return '(bytes)';
    return value === 'true' || value === 'false' ? value === 'true' : value;
  };
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name).map(typed);
      return name.endsWith('[]') ? [name.slice(0, -2), values] : [name, values[0]];
    }),
  );
}

type StreamEvent = Record<string, unknown>;

function eventsIn(text: string): StreamEvent[] {
  return [...text.matchAll(/^data: (.*)$/gm)]
    .map((match) => match[1] ?? '')
    .filter((data) => data !== '[DONE]')
    .map((data) => JSON.parse(data));
}
