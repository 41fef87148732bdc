/**
 * api_overhead: CPU of workerd per authenticated, tenant-scoped, rate-limited GET that reads no database ÷ a bare Hono
 * route, both served by Miniflare alike and behind the same router
 * of static files, interleaved.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { signInMember } from '../../worker/local/sign-in.ts';
import { MAILBOX_KEY } from '../support/mailbox-key.ts';
import { firstAnswer, freePort, startBare } from './bare-product.ts';
import { type Bench, type BenchResult, median, paired, spread } from './bench.ts';
import { workerdCpuMs } from './workerd-cpu.ts';

export const bench: Bench = { name: 'api_overhead', run };

const PAIRS = 12;
/** Below the rate limit of a minute, lease included. */
const REQUESTS = 45;
const WARM = 20;
const TARGET = 1.6;
const OPTIONS = resolve(import.meta.dirname, '../../.interloop/build/worker/options.json');
const BARE = `import { Hono } from 'hono'; const app = new Hono(); app.get('/', (c) => c.json({ session: 'x', member: 'y', role: 'owner', region: 'eu' })); export default app;`;

async function run(): Promise<BenchResult[]> {
  const product = await startBare();
  const port = await freePort();
  const bare = spawn(process.execPath, [resolve(import.meta.dirname, 'bare-workerd.ts'), BARE, String(port), OPTIONS], {
    stdio: 'ignore',
  });
  try {
    await firstAnswer(`http://127.0.0.1:${port}/`);
    const cookies = await owners(product.url, await product.operatorKey());
    let turn = 0;
    const ours = async () => {
      const cookie = cookies[turn % cookies.length] ?? '';
      turn += 1;
      const url = `${product.url}/api/recruiter/session`;
      await ask(url, 2, { cookie });
      return await cpuPerRequest(product.process.pid ?? 0, url, { cookie });
    };
    const theirs = () => cpuPerRequest(bare.pid ?? 0, `http://127.0.0.1:${port}/`, {});
    await ask(`http://127.0.0.1:${port}/`, WARM, {});
    await ours();
    const measured = await paired(PAIRS, ours, theirs);
    const control = await paired(PAIRS / 2, theirs, theirs);
    const ratio = median(measured.product) / median(measured.baseline);
    return [
      {
        name: 'api_overhead',
        value: Math.round(ratio * 100) / 100,
        unit: '×',
        target: `≤ ${TARGET}`,
        baseline: `bare Hono route ${spread(measured.baseline)} ms CPU; ours ${spread(measured.product)} ms`,
        ok: ratio <= TARGET,
        notes: [
          `bare against itself ${(median(control.product) / median(control.baseline)).toFixed(2)}; CPU is counted in steps of 10 ms over ${REQUESTS} requests`,
        ],
      },
    ];
  } finally {
    const gone = once(bare, 'exit');
    bare.kill('SIGTERM');
    await gone;
    await product.close();
  }
}

/** Several members, so that no one of them meets the limit of a minute. */
async function owners(url: string, key: string): Promise<string[]> {
  const cookies: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const email = `owner${i}@example.com`;
    await fetch(`${url}/api/operator/tenants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ region: 'eu', name: 'Measured', owner: { name: 'Ana Silva', email } }),
    });
    const client = await signInMember({ url, mailboxKey: MAILBOX_KEY }, 'eu', email);
    cookies.push(`il-member=${new Map(client.cookies()).get('il-member') ?? ''}`);
  }
  return cookies;
}

async function cpuPerRequest(pid: number, url: string, headers: Record<string, string>): Promise<number> {
  const before = workerdCpuMs(pid);
  await ask(url, REQUESTS, headers);
  return (workerdCpuMs(pid) - before) / REQUESTS;
}

async function ask(url: string, times: number, headers: Record<string, string>): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    const answer = await fetch(url, { headers });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    await answer.arrayBuffer();
  }
}
