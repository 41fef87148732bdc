/** What a stranger's generator reads of the API: enough to send and to receive everything. */
import { expect, test } from 'vitest';
import { apiDocument } from '../support/api-document.ts';

interface Operation {
  security: readonly object[];
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, { schema?: { type?: string; format?: string } }> }>;
}
interface Document {
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, { type: string; name?: string }> };
}

const document = apiDocument() as unknown as Document;
const operation = (method: string, path: string): Operation => {
  const found = document.paths[path]?.[method];
  if (found === undefined) throw new Error(`${method} ${path} is not described`);
  return found;
};

function every(value: unknown, look: (node: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) look(value as Record<string, unknown>);
  for (const one of Object.values(value)) every(one, look);
}

test('a tuple says what stands at each place and how long it is', () => {
  const tuples: unknown[] = [];
  every(document, (node) => {
    if (Array.isArray(node.items)) throw new Error('items is a list, as in older JSON Schema');
    if (Array.isArray(node.prefixItems)) tuples.push([node.prefixItems.length, node.minItems, node.maxItems]);
  });
  expect(tuples.length).toBeGreaterThanOrEqual(5);
  for (const tuple of tuples)
    expect([
      [5, 5, 5],
      [3, 3, 3],
    ]).toContainEqual(tuple);
});

test('closed values name their type', () => {
  let closed = 0;
  every(document.paths, (node) => {
    if (!('const' in node) && !Array.isArray(node.enum)) return;
    closed += 1;
    expect(node).toHaveProperty('type');
  });
  expect(closed).toBeGreaterThan(30);
});

test('what is sent and answered as bytes names its types', () => {
  const sent = (path: string) => Object.keys(operation('put', path).requestBody?.content ?? {});
  expect(sent('/api/candidate/recording/{segment}/{part}')).toEqual(['audio/webm', 'audio/mp4']);
  for (const path of ['/api/candidate/resume/file', '/api/recruiter/interviews/{interview}/resume/file'])
    expect(sent(path)).toContain('application/pdf');
  const headers = operation('put', '/api/candidate/recording/{segment}/{part}').parameters;
  expect(headers.filter((one) => one.in === 'header').map(({ name }) => name)).toContain('x-hash');
  const answers = (path: string) => operation('get', path).responses[200]?.content;
  expect(answers('/api/recruiter/interviews/{id}/recording/export')).toMatchObject({
    'audio/ogg': { schema: { type: 'string', format: 'binary' } },
  });
  expect(answers('/api/recruiter/roles/{role}/fairness.csv')).toEqual({ 'text/csv': { schema: { type: 'string' } } });
  for (const [path, operations] of Object.entries(document.paths))
    for (const { responses } of Object.values(operations))
      for (const answer of Object.values(responses))
        for (const { schema } of Object.values(answer.content ?? {}))
          expect([path, schema]).not.toEqual([path, undefined]);
});

test('every route says with which session it is called, and where', () => {
  expect(document.servers).toEqual([{ url: 'https://interloop.example', description: expect.any(String) }]);
  expect(Object.keys(document.components.securitySchemes).sort()).toEqual([
    'candidateSession',
    'memberSession',
    'operatorKey',
  ]);
  expect(operation('get', '/api/recruiter/roles').security).toEqual([{ memberSession: [] }]);
  expect(operation('get', '/api/candidate/resume').security).toEqual([{ candidateSession: [] }]);
  expect(operation('post', '/api/operator/tenants').security).toEqual([{ operatorKey: [] }]);
  expect(operation('post', '/api/visitor/link').security).toEqual([]);
});

test('no address asks for a secret: links, codes, cookies and keys travel in bodies and headers', () => {
  const SECRET = /link|secret|code|token|key|password|cookie|ticket/i;
  const inAddress: string[] = [];
  let parameters = 0;
  let inBody = 0;
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, { parameters: own = [], requestBody }] of Object.entries(operations)) {
      for (const { name, in: place } of own.filter((one) => one.in === 'path' || one.in === 'query')) {
        parameters += 1;
        if (SECRET.test(name)) inAddress.push(`${method} ${path} ${place} ${name}`);
      }
      if (/"(?:link|code)":/.test(JSON.stringify(requestBody ?? {}))) inBody += 1;
    }
  }
  expect(inAddress).toEqual([]);
  // What is looked for is there to be found: in bodies.
  expect(inBody).toBeGreaterThanOrEqual(5);
  expect(parameters).toBeGreaterThan(50);
});
