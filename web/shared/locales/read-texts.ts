/** Finds every text of the web app in its sources: calls of `t(id, message)` and `rich(id, message)`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

/** The functions whose first two arguments are an id and an English message, both written out. */
const TEXT_CALLS = new Set(['t', 'rich']);

export interface TextCall {
  id: string;
  message: string;
  /** Where the message's literal stands in the source. */
  start: number;
  end: number;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length !== 1) return undefined;
  return (node.quasis[0] as { value: { cooked: string } }).value.cooked;
}

/** Text calls below a syntax node, in the order of the source. Throws on a call whose id or message is not written out. */
export function textCalls(root: unknown, file: string): TextCall[] {
  const found: TextCall[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one);
      return;
    }
    if (!isNode(value)) return;
    const callee = value.callee;
    if (value.type === 'CallExpression' && isNode(callee) && TEXT_CALLS.has(String(callee.name))) {
      const [first, second] = value.arguments as unknown[];
      const id = literal(first);
      const message = literal(second);
      if (id === undefined || message === undefined || !isNode(second)) {
        throw new Error(`${file}: t() and rich() need an id and a message that are written out (at ${value.start})`);
      }
      found.push({ id, message, start: second.start, end: second.end });
    }
    for (const key of Object.keys(value)) if (key !== 'parent') visit(value[key]);
  };
  visit(root);
  return found;
}

/** The English catalogue: id → message, sorted. Throws when an id has two messages. */
export function readTexts(root: string): Record<string, string> {
  const texts = new Map<string, { message: string; file: string }>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(root, path);
    if (!entry.isFile() || !/\.tsx?$/.test(path) || /^(dist|shared\/locales)\//.test(file)) continue;
    const { program } = parseSync(path, readFileSync(path, 'utf8'));
    for (const { id, message } of textCalls(program, file)) {
      const known = texts.get(id);
      if (known !== undefined && known.message !== message) {
        throw new Error(`"${id}" has two messages: in ${known.file} "${known.message}", in ${file} "${message}"`);
      }
      texts.set(id, { message, file });
    }
  }
  return Object.fromEntries([...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { message }]) => [id, message]));
}
