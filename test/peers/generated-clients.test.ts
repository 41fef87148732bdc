/** Clients that strangers' generators make of our document, used against a product that runs. */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInMember } from '../../worker/local/sign-in.ts';
import { GENERATORS } from '../support/client-generators.ts';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { type Product, startProduct } from '../support/product.ts';

const run = promisify(execFile);
const PROGRAMS = join(import.meta.dirname, 'clients');
const found = new Set((process.env.INTERLOOP_TEST_GENERATORS ?? '').split(' '));
const MINUTES = 5 * 60_000;

let product: Product;
let folder: string;
let document: string;
let environment: Record<string, string | undefined>;

beforeAll(async () => {
  product = await startProduct({ seeded: false });
  folder = await mkdtemp(join(tmpdir(), 'interloop-clients-'));
  document = join(folder, 'openapi.json');
  await writeFile(document, await (await fetch(`${product.url}/api/openapi.json`)).text());
  const email = `ines.${crypto.randomUUID().slice(0, 8)}@northwind.example`;
  const made = await fetch(`${product.url}/api/operator/tenants`, {
    method: 'POST',
    headers: { authorization: `Bearer ${product.operatorKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ region: 'eu', name: 'Northwind', owner: { name: 'Ines', email } }),
  });
  expect(made.status).toBe(201);
  const member = await signInMember({ url: product.url, mailboxKey: MAILBOX_KEY }, 'eu', email);
  const cookie = member
    .cookies()
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  environment = { ...process.env, API_URL: product.url, API_COOKIE: cookie };
}, MINUTES);
afterAll(async () => {
  await product.close();
  await rm(folder, { recursive: true, force: true });
}, MINUTES);

/** A role made, a plan drafted with five levels to a criterion, a table downloaded, a refusal with its code. */
function expectUsed(printed: string): void {
  expect(JSON.parse(printed)).toEqual({
    role: expect.stringMatching(/^eu_/),
    levels: 5,
    csv: expect.stringContaining(','),
    refused: 'not_found',
  });
}

test.runIf(found.has('typescript'))(
  'TypeScript: openapi-typescript and openapi-fetch',
  { timeout: MINUTES },
  async () => {
    const tools = join(GENERATORS, 'typescript');
    const here = join(folder, 'typescript');
    await mkdir(here);
    await symlink(join(tools, 'node_modules'), join(here, 'node_modules'));
    await writeFile(join(here, 'package.json'), '{"type":"module"}');
    await copyFile(join(PROGRAMS, 'use.ts.txt'), join(here, 'use.ts'));
    const program = (name: string) => join(tools, 'node_modules/.bin', name);
    await run(program('openapi-typescript'), [document, '-o', 'api.ts'], { cwd: here });
    const strict = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions'];
    await run(
      program('tsc'),
      [...strict, '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom', 'use.ts', 'globals.d.ts'],
      {
        cwd: await withGlobals(here),
      },
    );
    expectUsed((await run(process.execPath, ['use.ts'], { cwd: here, env: environment })).stdout);
  },
);

async function withGlobals(here: string): Promise<string> {
  await writeFile(join(here, 'globals.d.ts'), 'declare const process: { env: Record<string, string> };');
  return here;
}

test.runIf(found.has('python'))('Python: openapi-python-client, without a warning', { timeout: MINUTES }, async () => {
  const tools = join(GENERATORS, 'python/venv/bin');
  const here = join(folder, 'python');
  await mkdir(here);
  await copyFile(join(PROGRAMS, 'use.py'), join(here, 'use.py'));
  const config = join(here, 'config.yaml');
  // The generator knows a few content types and asks which of them the others are like.
  const bytes = [
    'audio/ogg',
    'audio/mp4',
    'audio/webm',
    'application/pdf',
    'text/plain',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ];
  const like = [
    ...bytes.map((type) => [type, 'application/octet-stream']),
    ['text/csv', 'text/html'],
    ['application/x-ndjson', 'text/html'],
  ];
  const overrides = Object.fromEntries(like);
  await writeFile(config, JSON.stringify({ content_type_overrides: overrides, post_hooks: [] }));
  const args = [
    'generate',
    '--path',
    document,
    '--meta',
    'none',
    '--output-path',
    join(here, 'generated'),
    '--config',
    config,
  ];
  await run(join(tools, 'openapi-python-client'), [...args, '--fail-on-warning'], { cwd: here });
  expectUsed((await run(join(tools, 'python'), ['use.py'], { cwd: here, env: environment })).stdout);
});

test.runIf(found.has('go'))('Go: oapi-codegen', { timeout: MINUTES }, async () => {
  const here = join(folder, 'go');
  await mkdir(join(here, 'generated'), { recursive: true });
  await copyFile(join(PROGRAMS, 'use.go'), join(here, 'main.go'));
  await writeFile(join(here, 'go.mod'), 'module peer\n\ngo 1.24\n');
  await writeFile(
    join(here, 'config.yaml'),
    '{package: generated, generate: {models: true, client: true}, output: generated/client.go}',
  );
  await run(join(GENERATORS, 'go/oapi-codegen'), ['-config', 'config.yaml', document], { cwd: here });
  await run('go', ['mod', 'tidy'], { cwd: here });
  expectUsed((await run('go', ['run', '.'], { cwd: here, env: environment })).stdout);
});
