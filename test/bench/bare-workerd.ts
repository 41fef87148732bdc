/** A Worker of a few lines in a process of its own, served as the product is: `node bare-workerd.ts SOURCE PORT [OPTIONS]`. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';

const [source = '', port = '0', options = ''] = process.argv.slice(2);
/** With the product's options it stands behind the same router of static files as the product. */
const assets = options === '' ? {} : { assets: JSON.parse(readFileSync(options, 'utf8')).assets };
const { outputFiles } = await build({
  stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
  bundle: true,
  format: 'esm',
  write: false,
  conditions: ['workerd', 'worker'],
  external: ['cloudflare:*', 'node:*'],
});
const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    host: '127.0.0.1',
    port: Number(port),
    log: new Log(LogLevel.ERROR),
    cf: false,
    cachePersist: false,
    workers: [
      {
        name: 'bare',
        compatibilityDate: '2026-08-01',
        compatibilityFlags: ['nodejs_compat'],
        modules: [{ type: 'ESModule' as const, path: 'index.js', contents: outputFiles[0]?.text ?? '' }],
        ...assets,
        durableObjects: source.includes('class Echo') ? { ECHO: { className: 'Echo', useSQLite: true } } : {},
      },
    ],
  }),
);
await miniflare.ready;
process.on('SIGTERM', async () => {
  await miniflare.dispose();
  process.exit(0);
});
