/** `npm start`: everything on this machine, on embedded defaults where nothing else is configured. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { announce, announceProviders } from './announce.ts';
import { ROOT } from './build.ts';
import { type Installation, openInstallation } from './installation.ts';
import { knownLinks, type Links } from './seed-progress.ts';
import { settingsFrom } from './settings.ts';
import { FolderInUse } from './state-folder.ts';

const USAGE = `npm start [-- --fresh] [--no-seed] [--state FOLDER]

  --fresh          begins anew: forgets everything in the state folder
  --no-seed        without the two example tenants
  --state FOLDER   keeps the state there instead of .interloop
  PORT=8787        another port
`;

const DEFAULT_PORT = 8787;
/** Less than what boot.mjs allows before it ends this process. */
const CLOSE_MS = 3500;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      state: { type: 'string', default: join(ROOT, '.interloop') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const variables = settingsFrom(process.env);
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  const before = values.fresh ? null : await knownLinks(values.state, `http://localhost:${port}`);
  const installation = await openInstallation({
    folder: values.state,
    port,
    fresh: values.fresh,
    variables: before === null ? variables : { ...variables, INSTALLATION_LINKS: JSON.stringify(before) },
    report: say,
  });
  closeOnSignals(installation);
  process.stdout.write(`\nInterloop is on ${installation.url}\n`);
  await announceProviders(installation, variables);
  if (values['no-seed']) return void process.stdout.write('\nStop with Ctrl-C.\n');
  const links = before ?? (await seeded(installation));
  if (links !== null) announce(installation, links);
}

async function seeded(installation: Installation): Promise<Links | null> {
  // Speech and sound are loaded only by the one start that needs them.
  const { seed } = await import('./seed.ts');
  try {
    return await seed(installation, say);
  } catch (error) {
    say(`The examples are not complete: ${reasonOf(error)}`);
    return null;
  }
}

function closeOnSignals(installation: Installation): void {
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    // Whoever waits for something that never comes is not waited for.
    setTimeout(() => process.exit(0), CLOSE_MS);
    await installation.close().catch(() => {});
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
    // Miniflare's own listeners would end the process before anything is closed.
    process.removeAllListeners(signal);
    process.on(signal, () => void close());
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FolderInUse) return error.message;
  const text = error instanceof Error ? error.message : String(error);
  const taken = /address already in use \(.*:(\d+)\)/i.exec(text);
  if (taken !== null) return `Port ${taken[1]} is taken. Choose another: PORT=${Number(taken[1]) + 1} npm start`;
  return text;
}

main().catch((error: unknown) => {
  process.stderr.write(`Interloop could not start. ${reasonOf(error)}\n`);
  process.exit(1);
});
