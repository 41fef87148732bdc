/**
 * A real livekit-server for a peers run: built once with Go into this machine's cache of temporary files, started on
 * free ports with webhooks to us, gone afterwards.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const VERSION = 'v1.13.5';
const MODULE = `github.com/livekit/livekit-server/cmd/server@${VERSION}`;
const FOLDER = join(tmpdir(), 'interloop-peers', `livekit-server-${VERSION}`);
/** What `go install` calls it. */
const PROGRAM = join(FOLDER, 'server');
const GO = ['go', '/usr/local/go/bin/go'];

export const LIVEKIT_KEY = 'devkey';
export const LIVEKIT_SECRET = 'a secret that is long enough for every reader of it';

export interface RealLiveKit {
  url: string;
  close(): Promise<void>;
}

/** The server's program; null with the reason when there is none and none can be built. */
export async function findLiveKit(report: (line: string) => void): Promise<{ program: string } | { why: string }> {
  if (await exists(PROGRAM)) return { program: PROGRAM };
  const run = promisify(execFile);
  for (const go of GO) {
    const there = await run(go, ['version']).then(
      () => true,
      () => false,
    );
    if (!there) continue;
    report(`Building livekit-server ${VERSION} with Go; the first time takes some minutes …`);
    await mkdir(FOLDER, { recursive: true });
    try {
      await run(go, ['install', MODULE], { cwd: tmpdir(), env: { ...process.env, GOBIN: FOLDER, GOFLAGS: '' } });
      return { program: PROGRAM };
    } catch {
      return { why: 'Go is here, but livekit-server could not be built' };
    }
  }
  return { why: 'no livekit-server: Go is not on this machine' };
}

/** Ready when it answers. `webhooks`: where it tells what happens. */
export async function startLiveKit(program: string, webhooks: string): Promise<RealLiveKit> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-livekit-'));
  const [port, tcp, udp] = await Promise.all([freePort(), freePort(), freePort()]);
  const config = join(folder, 'livekit.yaml');
  // JSON is YAML too.
  await writeFile(
    config,
    JSON.stringify({
      port,
      bind_addresses: ['127.0.0.1'],
      rtc: { tcp_port: tcp, udp_port: udp, node_ip: '127.0.0.1' },
      keys: { [LIVEKIT_KEY]: LIVEKIT_SECRET },
      webhook: { api_key: LIVEKIT_KEY, urls: [webhooks] },
      logging: { level: 'error' },
    }),
  );
  const server = spawn(program, ['--config', config, '--node-ip', '127.0.0.1'], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  const ends = () => void server.kill('SIGKILL');
  process.once('exit', ends);
  await answering(url, server);
  return {
    url,
    async close() {
      process.off('exit', ends);
      if (server.exitCode === null) {
        server.kill('SIGKILL');
        await once(server, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`livekit-server ended with ${server.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok === true) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
