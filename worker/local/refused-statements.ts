/**
 * Statements that one backend behind many connections cannot serve: COPY FROM waits inside the backend for its data, and
 * what LISTEN hears would reach whoever asks next. Found before they are run. Pure.
 */
import { message } from './wire-messages.ts';

export type RefusedStatement = 'COPY FROM' | 'LISTEN';

const MAYBE = /\b(?:copy|listen)\b/i;
/** Strings (plain, escaped, dollar-quoted), quoted names, comments, words, and each other sign. */
const TOKEN =
  /\be'(?:[^'\\]|\\.|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|--[^\n]*|\$([a-z_]\w*)?\$|\/\*|[a-z_][\w$]*|[();]/giu;

/** The first statement in `sql` that is refused, or null. */
export function refusedStatement(sql: string): RefusedStatement | null {
  if (!MAYBE.test(sql)) return null;
  let first: string | null = null;
  let depth = 0;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(sql); found !== null; found = TOKEN.exec(sql)) {
    const token = found[0];
    if (token === '/*') TOKEN.lastIndex = commentEnd(sql, found.index);
    else if (token.startsWith('$')) {
      const end = sql.indexOf(token, TOKEN.lastIndex);
      TOKEN.lastIndex = end < 0 ? sql.length : end + token.length;
    } else if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (token === ';') {
      first = null;
      depth = 0;
    } else if (/^[a-z_]/i.test(token) && !token.endsWith("'")) {
      const word = token.toLowerCase();
      first ??= word;
      if (first === 'listen') return 'LISTEN';
      if (first === 'copy' && word === 'from' && depth === 0) return 'COPY FROM';
    }
  }
  return null;
}

/** Comments of this kind nest. */
function commentEnd(sql: string, start: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let found = edge.exec(sql); found !== null; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

const SAYS: Readonly<Record<RefusedStatement, string>> = {
  'COPY FROM': 'COPY FROM is not served by the embedded database; send rows with INSERT',
  LISTEN: 'LISTEN is not served by the embedded database, as behind a pooler',
};

/**
 * The client's message with a refused statement replaced by one that fails as PostgreSQL fails (0A000), so that an open
 * transaction is failed by the backend itself. Every other message comes back as it is.
 */
export function withRefusals(bytes: Buffer): Buffer {
  const tag = String.fromCharCode(bytes[0] ?? 0);
  if (tag !== 'Q' && tag !== 'P') return bytes;
  const at = tag === 'Q' ? 5 : bytes.indexOf(0, 5) + 1;
  const end = bytes.indexOf(0, at);
  if (at === 0 || end < 0) return bytes;
  const refused = refusedStatement(bytes.toString('utf8', at, end));
  if (refused === null) return bytes;
  const fails = `do $refused$ begin raise exception using errcode = '0A000', message = '${SAYS[refused]}'; end $refused$`;
  return message(tag, bytes.subarray(5, at), fails, bytes.subarray(end + 1));
}
