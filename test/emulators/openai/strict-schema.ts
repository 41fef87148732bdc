/** What the service wants of a JSON Schema for a strict answer, over what JSON Schema allows. */
import { refuse } from './words.ts';

/** In no strict schema, anywhere. */
const REFUSED = [
  'allOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
];

type Schema = Record<string, unknown>;

export function checkStrictSchema(name: string, schema: Schema, param: string): void {
  const wrong = (at: string[], why: string) =>
    refuse(400, {
      message: `Invalid schema for response_format '${name}': In context=(${at.join(', ')}), ${why}.`,
      param,
      code: 'invalid_json_schema',
    });
  if (schema.type !== 'object') wrong([], "schema must have type 'object' and not have 'anyOf' at the top level");
  look(schema, []);

  function look(part: Schema, at: string[]): void {
    const keyword = REFUSED.find((one) => one in part);
    if (keyword !== undefined) wrong(at, `'${keyword}' is not permitted`);
    if (part.type === 'object') lookInObject(part, at);
    if (part.type === 'array' && part.items === undefined) wrong(at, 'array schema missing items');
    if (part.items !== undefined) look(part.items as Schema, [...at, 'items']);
    for (const group of ['anyOf', 'prefixItems'])
      for (const one of (part[group] as Schema[] | undefined) ?? []) look(one, [...at, group]);
    for (const [key, one] of Object.entries((part.$defs ?? {}) as Record<string, Schema>))
      look(one, [...at, '$defs', key]);
  }

  function lookInObject(part: Schema, at: string[]): void {
    if (part.additionalProperties !== false)
      wrong(at, "'additionalProperties' is required to be supplied and to be false");
    const properties = (part.properties ?? {}) as Record<string, Schema>;
    const required = Array.isArray(part.required) ? part.required : [];
    const left = Object.keys(properties).find((key) => !required.includes(key));
    if (left !== undefined)
      wrong(at, `'required' is required to be supplied and to be an array including every key. Missing '${left}'`);
    for (const [key, one] of Object.entries(properties)) look(one, [...at, 'properties', key]);
  }
}
