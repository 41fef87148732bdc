/** The OpenAPI 3.1 document, made from the same schemas that check the requests. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { PROBLEMS } from '../problems.ts';
import type { RouteBytes, Schema } from './route.ts';

interface Described {
  summary: string;
  params: Schema | undefined;
  query: Schema | undefined;
  body: Schema | undefined;
  output: Schema | null | 'binary';
  status: 200 | 201 | undefined;
  bytes: RouteBytes | undefined;
}

/** What the document says of this installation. */
export interface Installation {
  /** Where the document was asked for, without a path. */
  origin: string;
  memberCookie: string;
  candidateCookie: string;
}

type JsonSchema = Record<string, unknown>;

/** Who calls a route is in its path. */
const AUDIENCES = {
  visitor: { description: 'Whoever has no session yet: signing in, opening a link', security: [] },
  candidate: { description: 'Whoever was invited, about their own interview', security: [{ candidateSession: [] }] },
  recruiter: { description: 'Members of a tenant', security: [{ memberSession: [] }] },
  hooks: { description: 'Providers, whose signature is checked', security: [] },
  operator: { description: 'Whoever runs the installation', security: [{ operatorKey: [] }] },
} as const;

const BINARY = { type: 'string', contentMediaType: 'application/octet-stream', format: 'binary' };

/** The document for routes whose keys are `METHOD /api/<audience>/…`. */
export function openApi(routes: Readonly<Record<string, Described>>, installation: Installation): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, route] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ');
    const at = path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[at] = { ...paths[at], [method.toLowerCase()]: operation(method, at, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Interloop',
      version: '1',
      description: 'Interviews for hiring teams. A refusal is application/problem+json with a code of a closed table.',
    },
    servers: [{ url: installation.origin, description: 'This installation' }],
    tags: Object.entries(AUDIENCES).map(([name, { description }]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        memberSession: { type: 'apiKey', in: 'cookie', name: installation.memberCookie },
        candidateSession: { type: 'apiKey', in: 'cookie', name: installation.candidateCookie },
        operatorKey: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM: JsonSchema = {
  type: 'object',
  required: ['type', 'code', 'status', 'title'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(PROBLEMS) },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

function operation(method: string, at: string, route: Described): JsonSchema {
  const [, , audience = ''] = at.split('/');
  return {
    summary: route.summary,
    description: route.summary,
    tags: [audience],
    security: securityOf(audience),
    operationId: `${method.toLowerCase()}${at.replace(/^\/api/, '').replaceAll(/[^a-zA-Z0-9]+/g, '_')}`.replace(
      /_$/,
      '',
    ),
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...parameters('header', route.bytes?.headers),
    ],
    ...requestBody(route),
    responses: {
      ...success(route),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function securityOf(audience: string): readonly object[] {
  const known = Object.entries(AUDIENCES).find(([name]) => name === audience)?.[1];
  if (known === undefined) throw new Error(`nobody is known to call /api/${audience}`);
  return known.security;
}

function requestBody({ body, bytes }: Described): JsonSchema {
  const binary = (bytes?.sends ?? []).map((type) => [type, { schema: BINARY }]);
  const json = body === undefined ? [] : [['application/json', { schema: schemaOf(body) }]];
  if (binary.length + json.length === 0) return {};
  return { requestBody: { required: true, content: Object.fromEntries([...json, ...binary]) } };
}

function success(route: Described): JsonSchema {
  if (route.output === null) return { 204: { description: 'Done' } };
  if (route.output === 'binary') {
    const type = route.bytes?.answers ?? 'application/octet-stream';
    const schema = isText(type) ? { type: 'string' } : BINARY;
    const whole = { description: 'The whole', content: { [type]: { schema } } };
    return { 200: whole, ...(route.bytes?.inParts ? { 206: { ...whole, description: 'The part asked for' } } : {}) };
  }
  return {
    [route.status ?? 200]: { description: 'OK', content: { 'application/json': { schema: schemaOf(route.output) } } },
  };
}

function isText(type: string): boolean {
  return type.startsWith('text/') || type.endsWith('json');
}

function parameters(where: 'path' | 'query' | 'header', schema: Schema | undefined): JsonSchema[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: shape,
  }));
}

function schemaOf(schema: Schema): JsonSchema {
  const { $schema: _dialect, ...shape } = toJsonSchema(schema, {
    typeMode: 'input',
    errorMode: 'ignore',
    target: 'draft-2020-12',
  });
  return typed(shape) as JsonSchema;
}

/** Closed values name their type too: generators of typed languages ask for it. */
function typed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(typed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, VALUES.has(key) ? value : typed(value)]);
  const made: JsonSchema = Object.fromEntries(entries);
  if (Array.isArray(made.prefixItems)) return tuple(made, made.prefixItems);
  const values = Array.isArray(made.enum) ? made.enum : 'const' in made ? [made.const] : [];
  const types = new Set(values.map((value) => typeof value));
  const [type] = types;
  return types.size === 1 && made.type === undefined && PLAIN.has(type ?? '') ? { type, ...made } : made;
}

/** As long as it is; and what an item may be is said once more for readers that know lists only. */
function tuple(schema: JsonSchema, items: readonly unknown[]): JsonSchema {
  const kinds = [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  const each = kinds.length === 1 ? kinds[0] : { anyOf: kinds };
  return { ...schema, items: each, minItems: items.length, maxItems: items.length };
}

const VALUES = new Set(['enum', 'const', 'default']);
const PLAIN = new Set(['string', 'number', 'boolean']);
