/** Reads the fields of a request strictly: what is missing, unknown or of another type is refused by name. */
import { type BaseIssue, type BaseSchema, getDotPath, safeParse } from 'valibot';
import type { Ask } from '../door.ts';
import { refuse } from './words.ts';

type Schema<Output> = BaseSchema<unknown, Output, BaseIssue<unknown>>;

export function readJson<Output>(ask: Ask, schema: Schema<Output>): Output {
  const type = ask.headers['content-type'] ?? '';
  if (!/^application\/json(;|$)/.test(type))
    refuse(400, { message: `Unsupported content type: '${type}'.`, code: 'unsupported_content_type' });
  return checked(parsedJson(ask), schema);
}

function parsedJson(ask: Ask): unknown {
  try {
    return JSON.parse(ask.bytes.toString());
  } catch {
    return refuse(400, { message: 'We could not parse the JSON body of your request.' });
  }
}

export function checked<Output>(value: unknown, schema: Schema<Output>): Output {
  const result = safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const param = getDotPath(issue) ?? '';
  if (issue.expected === 'never')
    refuse(400, { message: `Unknown parameter: '${param}'.`, param, code: 'unknown_parameter' });
  if (issue.received === 'undefined')
    refuse(400, { message: `Missing required parameter: '${param}'.`, param, code: 'missing_required_parameter' });
  const code = issue.kind === 'schema' ? 'invalid_type' : 'invalid_value';
  return refuse(400, {
    message: `Invalid value for '${param}': expected ${issue.expected ?? issue.requirement}, but got ${issue.received} instead.`,
    param,
    code,
  });
}

/** A form of single values, and of lists whose names end in brackets. */
export async function readForm(ask: Ask): Promise<Record<string, FormValue | FormValue[]>> {
  const type = ask.headers['content-type'] ?? '';
  if (!/^multipart\/form-data;\s*boundary=/.test(type))
    refuse(400, { message: `Unsupported content type: '${type}'.`, code: 'unsupported_content_type' });
  const form = await new Response(new Uint8Array(ask.bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => refuse(400, { message: 'Could not parse multipart form.' }));
  const fields: Record<string, FormValue | FormValue[]> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    const [only, second] = values;
    if (name.endsWith('[]')) fields[name] = values;
    else if (second !== undefined)
      refuse(400, { message: `Invalid type for '${name}': got a list.`, param: name, code: 'invalid_type' });
    else if (only !== undefined) fields[name] = only;
  }
  return fields;
}

type FormValue = string | File;
