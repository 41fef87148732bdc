/** Serves the built Worker in workerd through Miniflare's own API: cheaper per request than a dev server. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { startCrons } from './crons.ts';
import { noteWorkerd } from './leash.ts';

export interface WorkerdOptions {
  /** The folder that {@link buildWhatChanged} made. */
  bundle: string;
  /** Objects and buckets rest here, in the folder `objects`. */
  stateFolder: string;
  port: number;
  bindings: Record<string, string>;
}

export interface RunningWorker {
  url: string;
  /** Starts the Worker anew with other variables; objects and buckets stay. */
  rebind(bindings: Record<string, string>): Promise<void>;
  close(): Promise<void>;
}

const NAME = 'interloop';

/** @throws when the port is taken */
export async function serveBundle(options: WorkerdOptions): Promise<RunningWorker> {
  const wranglers = JSON.parse(await readFile(join(options.bundle, 'options.json'), 'utf8'));
  const modules = await modulesOf(options.bundle);
  const settings = (bindings: Record<string, string>, port: number) =>
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      port,
      log: new Log(LogLevel.WARN),
      handleStructuredLogs: quieter,
      // Request.cf would be fetched from the network.
      cf: false,
      cachePersist: false,
      resourcePersistencePath: join(options.stateFolder, 'objects'),
      workers: [
        {
          ...wranglers,
          name: NAME,
          modulesRoot: options.bundle,
          modules,
          bindings: { ...wranglers.bindings, ...bindings },
        },
      ],
    });
  const miniflare = new Miniflare(settings(options.bindings, options.port));
  const url = await miniflare.ready;
  await noteWorkerd(options.stateFolder);
  const crons = startCrons(wranglers.cronTriggers ?? [], async (cron, at) => {
    const worker = await miniflare.getWorker(NAME);
    await worker.scheduled({ cron, scheduledTime: at });
  });
  return {
    url: `http://localhost:${url.port}`,
    async rebind(bindings) {
      await miniflare.setOptions(settings(bindings, Number(url.port)));
      await noteWorkerd(options.stateFolder);
    },
    async close() {
      crons.stop();
      await miniflare.dispose();
    },
  };
}

/** What workerd reports about itself after every killed start, and nobody can act on. */
const NOISE = /NOSENTRY/;

function quieter({ message }: { message: string }): void {
  if (!NOISE.test(message)) process.stderr.write(`${message}\n`);
}

async function modulesOf(bundle: string) {
  const files = (await readdir(bundle, { recursive: true })).filter((name) => name.endsWith('.js'));
  // The entry comes first.
  files.sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'));
  return Promise.all(
    files.map(async (name) => ({
      type: 'ESModule' as const,
      path: join(bundle, name),
      contents: await readFile(join(bundle, name), 'utf8'),
    })),
  );
}
