/**
 * quote_playback: press on a quote → first sound of its words, in Chromium with the product's player on a half-hour
 * recording sealed by the product ÷ the same with the whole file on the device already. Quotes are brought beforehand, as
 * the report does; moments that nobody could foresee are measured beside them. Heard at the player's way out: what a
 * loudspeaker adds is not in it.
 */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { SoundFile, Span } from '../../web/recruiter/player/sound.ts';
import { byteRange } from '../../worker/domain/reports/byte-range-rules.ts';
import { launch } from '../journeys/chromium.ts';
import { type Bench, type BenchResult, median, quantile, spread } from './bench.ts';
import { type HalfHour, halfHour } from './half-hour.ts';
import type {} from './quote-page.ts';

export const bench: Bench = { name: 'quote_playback', run };

const QUOTES = 20;
const TARGET = { localMs: 300, slowMs: 1000, offMs: 100 };
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 1_600_000 / 8 };

async function run(): Promise<BenchResult[]> {
  const made = await halfHour();
  const server = await serve(made);
  const browser = await launch();
  try {
    const at = addressOf(server);
    const quotes = Array.from({ length: QUOTES }, (_, n) => pick(made.sentences, n * 37 + 5));
    const memory = await measure(browser, at, made, made.sentences, quotes, false);
    const local = await measure(browser, at, made, quotes, quotes, false);
    const slow = await measure(browser, at, made, quotes, quotes, true);
    const unforeseen = await measure(browser, at, made, [], quotes, true);
    const worst = (one: Measured) => quantile(one.afterMs, 0.95);
    const off = quantile([...local.offMs, ...slow.offMs].map(Math.abs), 0.95);
    const ok = worst(local) <= TARGET.localMs && worst(slow) <= TARGET.slowMs && off <= TARGET.offMs;
    return [
      {
        name: 'quote_playback',
        value: Math.round(median(local.afterMs)),
        unit: 'ms',
        target: `≤ ${TARGET.localMs}, ≤ ${TARGET.slowMs} at 1.6 Mbit/s and 150 ms, within ${TARGET.offMs} ms of the moment`,
        baseline: `${Math.round(median(memory.afterMs))} ms with the file in memory`,
        ok,
        notes: [
          `this machine ${spread(local.afterMs, 0)} ms, 95th percentile ${worst(local).toFixed(0)}`,
          `1.6 Mbit/s, 150 ms: ${spread(slow.afterMs, 0)} ms, 95th percentile ${worst(slow).toFixed(0)}`,
          `the same, a moment not brought beforehand: ${spread(unforeseen.afterMs, 0)} ms`,
          `95 % within ${off.toFixed(0)} ms of the right moment; each span begins 120 ms before its first sound`,
        ],
      },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

interface Measured {
  afterMs: number[];
  offMs: number[];
}

async function measure(
  browser: Browser,
  url: string,
  { file }: HalfHour,
  atHand: Span[],
  quotes: Span[],
  slow: boolean,
): Promise<Measured> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  if (slow) await slowDown(page);
  const { durationMs, initBytes, fragments } = file;
  const sound: SoundFile = { url: '/file', mime: 'audio/mp4; codecs="opus"', durationMs, initBytes, fragments };
  await page.evaluate(([what, spans]) => window.openQuotes(what, spans), [sound, atHand] as const);
  const measured: Measured = { afterMs: [], offMs: [] };
  for (const quote of quotes) {
    const heard = await page.evaluate((span) => window.press(span), quote);
    if (heard === null) throw new Error(`Nothing was heard at ${quote.startMs} ms`);
    measured.afterMs.push(heard.afterMs);
    measured.offMs.push(heard.positionMs - quote.startMs);
  }
  await context.close();
  return measured;
}

async function slowDown(page: Page): Promise<void> {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', SLOW);
}

async function serve({ file }: HalfHour): Promise<Server> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'quote-page.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  });
  const script = built.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    if (request.url === '/page.js') return response.setHeader('content-type', 'text/javascript').end(script);
    if (request.url !== '/file') return response.setHeader('content-type', 'text/html').end(PAGE);
    const range = byteRange(request.headers.range ?? null, file.bytes.length);
    if (range.kind !== 'part') return response.end(file.bytes);
    const end = range.offset + range.length;
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${range.offset}-${end - 1}/${file.bytes.length}`);
    return response.end(file.bytes.subarray(range.offset, end));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

const PAGE =
  '<!doctype html><title>Quotes</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return `http://127.0.0.1:${address.port}/`;
}

function pick(spans: readonly Span[], n: number): Span {
  const span = spans[n % spans.length];
  if (span === undefined) throw new Error('There is nothing to quote');
  return span;
}
