/** The house's shape as a test: which folders exist, who may import whom, how large a file may grow. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isPage } from '../worker/page-rules.ts';

const ROOT = resolve(import.meta.dirname, '..');
const ROOMS = ['worker', 'durable-objects', 'web', 'migrations', 'test'];
const TOP_LEVEL = new Set([
  ...ROOMS,
  'wrangler.toml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
  'CHANGELOG.md',
]);
const IGNORED = new Set(['node_modules', 'dist', 'bench-results.json']);
const FORBIDDEN_FOLDERS = new Set(['utils', 'helpers', 'lib', 'common', 'services']);
/** Pure files may be imported from everywhere, and import only each other and the schema library. */
const PURE =
  /(^worker\/(ids|problems|limits|provider-faults|provider-settings)\.ts$)|(-(rules|shape)\.ts$)|(^durable-objects\/.*\/(machine|protocol)[^/]*\.ts$)|(^worker\/regions\/regions\.ts$)|(^worker\/domain\/vocabulary\.ts$)/;
const LINES = { median: 80, p95: 250, most: 400 };

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

const sources = ROOMS.flatMap(walk).filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !isGenerated(path));

function isGenerated(path: string): boolean {
  return /\/locales\/[^/]+\.ts$/.test(path) && !path.endsWith('extract.ts') ? true : path.endsWith('.d.ts');
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
  );
  return [...found].map((match) => {
    const target = match[3] ?? match[4] ?? '';
    const to = target.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), target)) : target;
    const names = match[2] ?? '';
    const onlyTypes =
      /^\{/.test(names.trim()) &&
      names
        .split(/[{},]/)
        .filter((n) => n.trim() && !/from\s*$/.test(n))
        .every((n) => n.trim().startsWith('type '));
    return { from: path, to, typeOnly: match[1] !== undefined || onlyTypes };
  });
}

const imports = sources.flatMap(importsOf);
const inside = (path: string, folder: string) => path.startsWith(`${folder}/`);
const own = (to: string) => ROOMS.some((room) => inside(to, room));
const shown = (list: Import[]) => list.map((one) => `${one.from} → ${one.to}`);

test('only the named rooms and files stand at the top level', () => {
  const extra = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !TOP_LEVEL.has(name) && !IGNORED.has(name));
  expect(extra).toEqual([]);
});

test('no folder is a drawer for everything', () => {
  const folders = sources.flatMap((path) => dirname(path).split('/'));
  expect(folders.filter((name) => FORBIDDEN_FOLDERS.has(name))).toEqual([]);
});

test('files stay small', () => {
  const sizes = sources.map((path) => ({ path, lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1 }));
  const sorted = sizes.map((one) => one.lines).sort((a, b) => a - b);
  expect(sizes.filter((one) => one.lines > LINES.most).map((one) => `${one.path} ${one.lines}`)).toEqual([]);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(LINES.median);
  expect(sorted[Math.floor(sorted.length * 0.95)]).toBeLessThanOrEqual(LINES.p95);
});

test('pure files import only pure files and the schema library', () => {
  const wrong = imports.filter(
    (one) => PURE.test(one.from) && !one.typeOnly && !PURE.test(one.to) && one.to !== 'valibot',
  );
  expect(shown(wrong)).toEqual([]);
});

test('pure files do not touch the platform', () => {
  const touching = sources
    .filter((path) => PURE.test(path))
    .filter((path) => {
      const code = readFileSync(join(ROOT, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return /\bDate\.now\(|\bnew Date\(\)|\bcrypto\.|\bfetch\(|\bMath\.random\(|\bprocess\./.test(code);
    });
  expect(touching).toEqual([]);
});

const RULES: { room: RegExp; may: RegExp; packages?: RegExp }[] = [
  {
    room: /^worker\/providers\//,
    may: /^worker\/((problems|ids|limits)\.ts$|providers\/[^/]+\.ts$)/,
    packages: /.*/,
  },
  {
    room: /^worker\/regions\//,
    may: /^worker\/(regions\/|providers\/|env\.ts|ids\.ts|problems\.ts|limits\.ts|log\.ts)/,
    packages: /^$/,
  },
  {
    room: /^worker\/domain\//,
    may: /^worker\/(domain\/|regions\/region\.ts|ids\.ts|problems\.ts|limits\.ts|digest\.ts)/,
    packages: /^(valibot|drizzle-orm(\/.*)?)$/,
  },
  {
    room: /^durable-objects\//,
    may: /^(durable-objects\/|worker\/domain\/|worker\/regions\/|worker\/(env|ids|problems|limits|digest|log|sealer)\.ts)/,
    packages: /^(valibot|cloudflare:workers)$/,
  },
  {
    room: /^worker\/audiences\//,
    may: /^worker\/(audiences\/|domain\/|regions\/regions\.ts|env\.ts|ids\.ts|problems\.ts|limits\.ts|digest\.ts|log\.ts)/,
    packages: /^(hono(\/.*)?|valibot|@valibot\/to-json-schema)$/,
  },
];

test('every room imports only what the design lets it', () => {
  const wrong = imports.filter((one) => {
    const rule = RULES.find((candidate) => candidate.room.test(one.from));
    if (rule === undefined || one.typeOnly || PURE.test(one.to)) return false;
    if (!own(one.to)) return rule.packages !== undefined && !rule.packages.test(one.to);
    if (/^worker\/audiences\/guard\.ts$/.test(one.from) && one.to === 'worker/regions/open.ts') return false;
    const folder = one.from.split('/').slice(0, 3).join('/');
    return !(rule.may.test(one.to) || (rule.room.source.includes('providers') && inside(one.to, folder)));
  });
  expect(shown(wrong)).toEqual([]);
});

test('one port does not know another', () => {
  // What lies beside the ports is for all of them, and knows none.
  const wrong = imports.filter(
    (one) =>
      inside(one.from, 'worker/providers') &&
      inside(one.to, 'worker/providers') &&
      dirname(one.to) !== 'worker/providers' &&
      dirname(one.from) !== dirname(one.to),
  );
  expect(shown(wrong)).toEqual([]);
});

test('the web app knows its own area, what is shared, the protocol, the rules of text and addresses, and only types of the Worker', () => {
  const wrong = imports.filter((one) => {
    if (!inside(one.from, 'web') || !own(one.to)) return false;
    const shared = /^(durable-objects\/interview\/protocol[^/]*|worker\/(text|address)-rules)\.ts$/;
    if (shared.test(one.to) || one.typeOnly) return false;
    const area = one.from.split('/')[1];
    return !(inside(one.to, 'web/shared') || inside(one.to, `web/${area}`) || /^web\/[^/]+\.(ts|tsx)$/.test(one.from));
  });
  expect(shown(wrong)).toEqual([]);
});

test('product code never imports from the tests, nor bundled code from local', () => {
  const wrong = imports.filter(
    (one) =>
      (!inside(one.from, 'test') && inside(one.to, 'test')) ||
      (!inside(one.from, 'worker/local') && !inside(one.from, 'test') && inside(one.to, 'worker/local')),
  );
  expect(shown(wrong)).toEqual([]);
});

test('Durable Objects are reached and jurisdictions set in one place', () => {
  const touching = sources.filter(
    (path) => !inside(path, 'test') && /\.jurisdiction\(/.test(readFileSync(join(ROOT, path), 'utf8')),
  );
  expect(touching).toEqual(['worker/regions/objects.ts']);
});

test('every page of the web app is one to the Worker too', () => {
  const routes = sources
    .filter((path) => inside(path, 'web'))
    .flatMap((path) => [...readFileSync(join(ROOT, path), 'utf8').matchAll(/<Route\s+path="([^"]+)"/g)])
    .map((found) => found[1] ?? '');
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((path) => !isPage(path))).toEqual([]);
});

test('there is no cycle of imports', () => {
  const edges = new Map(
    sources.map((path) => [
      path,
      importsOf(path)
        .filter((one) => !one.typeOnly && own(one.to))
        .map((one) => one.to),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  expect(cycles).toEqual([]);
});

test('no file only passes on what others export', () => {
  const barrels = sources.filter((path) => {
    const code = readFileSync(join(ROOT, path), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
      .trim();
    return (
      code !== '' && code.split(/;\s*\n/).every((line) => /^export\s+(\*|\{|type\s*\{)[^;]*from/.test(line.trim()))
    );
  });
  expect(barrels).toEqual([]);
});

test('every source file is where the imports say', () => {
  const missing = imports.filter((one) => own(one.to) && !statSync(join(ROOT, one.to), { throwIfNoEntry: false }));
  expect(shown(missing)).toEqual([]);
});
