/** How many bytes of JavaScript a page loads, compressed as a server at the edge would. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { launch } from '../journeys/chromium.ts';

const DIST = resolve(import.meta.dirname, '../../web/dist/assets');

/** The scripts that the browser asks for until the page is quiet, by file name. */
export async function scriptsOf(url: string, cookie?: { name: string; value: string; url: string }): Promise<string[]> {
  const browser = await launch();
  try {
    const context = await browser.newContext();
    if (cookie !== undefined) {
      // The browser takes http://localhost for a secure place; the protocol that sets cookies does not.
      const url = cookie.url.replace('http:', 'https:');
      await context.addCookies([{ ...cookie, url, secure: true, httpOnly: true }]);
    }
    const page = await context.newPage();
    const seen = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) seen.add(pathname.slice(pathname.lastIndexOf('/') + 1));
    });
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    return [...seen];
  } finally {
    await browser.close();
  }
}

/** The chunk of a name and everything that it imports at once. */
export function chunkWithImports(name: string): string[] {
  const found = readdirSync(DIST).find((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (found === undefined) throw new Error(`no chunk ${name}`);
  const files = new Set<string>();
  const visit = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    const code = readFileSync(join(DIST, file), 'utf8');
    for (const [, next] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (next !== undefined) visit(next);
  };
  visit(found);
  return [...files];
}

export function compressedKB(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += brotliCompressSync(readFileSync(join(DIST, file))).byteLength;
  return bytes / 1024;
}
