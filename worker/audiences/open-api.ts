/** The OpenAPI 3.1 document, made from the same schemas that check the requests. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { PROBLEMS } from '../problems.ts';
import type { Schema } from './route.ts';

interface Described {
  summary: string;
  params: Schema | undefined;
  query: Schema | undefined;
  body: Schema | undefined;
  output: Schema | null | 'binary';
  status: 200 | 201 | undefined;
}

type JsonSchema = Record<string, unknown>;

export function openApi(routes: Readonly<Record<string, Described>>): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, route] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ');
    const at = path.replaceAll(/:([a-zA-Z]+)/g, '{$1}');
    paths[at] = { ...paths[at], [method.toLowerCase()]: operation(method, at, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Interloop', version: '1' },
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'code', 'status', 'title'],
          properties: {
            type: { type: 'string' },
            code: { enum: Object.keys(PROBLEMS) },
            status: { type: 'integer' },
            title: { type: 'string' },
            detail: { type: 'string' },
            fields: {
              type: 'array',
              items: { type: 'object', properties: { pointer: { type: 'string' }, detail: { type: 'string' } } },
            },
          },
        },
      },
    },
  };
}

function operation(method: string, at: string, route: Described): JsonSchema {
  const [, , audience = ''] = at.split('/');
  return {
    summary: route.summary,
    tags: [audience],
    operationId: `${method.toLowerCase()}${at.replaceAll(/[^a-zA-Z0-9]+/g, '_')}`,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: json(route.body) } } } }),
    responses: {
      ...success(route),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function success(route: Described): JsonSchema {
  if (route.output === null) return { 204: { description: 'Done' } };
  if (route.output === 'binary') return { 200: { description: 'Bytes', content: { 'application/octet-stream': {} } } };
  return {
    [route.status ?? 200]: { description: 'OK', content: { 'application/json': { schema: json(route.output) } } },
  };
}

function parameters(where: 'path' | 'query', schema: Schema | undefined): JsonSchema[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = json(schema) as {
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

function json(schema: Schema): JsonSchema {
  const { $schema: _dialect, ...shape } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return shape;
}
