/**
 * `npm run deploy`: says what is missing, builds the web app and the Worker, applies the migrations of every
 * configured region and uploads. `-- --dry-run` builds everything and uploads nothing.
 */
import { spawnSync } from 'node:child_process';
import { apply } from '../../migrations/apply.ts';
import { REGION_IDS, type RegionId } from '../ids.ts';
import { REGIONS } from '../regions/regions.ts';

interface Check {
  what: string;
  ok: boolean;
  hint: string;
}

const dryRun = process.argv.includes('--dry-run');

const urls = Object.fromEntries(
  REGION_IDS.flatMap((id) => {
    const url = process.env[`DATABASE_URL_${id.toUpperCase()}`];
    return url ? [[id, url]] : [];
  }),
) as Partial<Record<RegionId, string>>;

const checks: Check[] = [
  {
    what: 'CLOUDFLARE_API_TOKEN',
    ok: Boolean(process.env.CLOUDFLARE_API_TOKEN),
    hint: 'a token that may edit Workers, Durable Objects and R2',
  },
  {
    what: 'CLOUDFLARE_ACCOUNT_ID',
    ok: Boolean(process.env.CLOUDFLARE_ACCOUNT_ID),
    hint: 'the account to deploy to',
  },
  {
    what: 'SESSION_SECRET',
    ok: (process.env.SESSION_SECRET ?? '').length >= 32,
    hint: 'at least 32 random characters; becomes a secret of the Worker',
  },
  {
    what: 'OPERATOR_KEY',
    ok: (process.env.OPERATOR_KEY ?? '').length >= 32,
    hint: 'at least 32 random characters; with it you create tenants',
  },
  {
    what: 'PUBLIC_ORIGIN',
    ok: /^https:\/\/[^/]+$/.test(process.env.PUBLIC_ORIGIN ?? ''),
    hint: 'where people will reach it, such as https://interviews.example; links in mails lead there',
  },
  {
    what: 'a mail provider',
    ok: false,
    hint: 'this version has none to set up: without one nobody gets a code, so nobody could sign in',
  },
  ...REGION_IDS.map((id) => ({
    what: `DATABASE_URL_${id.toUpperCase()}`,
    ok: urls[id] !== undefined,
    hint: `PostgreSQL of ${REGIONS[id].name}; without it the region refuses (${REGIONS[id].placement.kept} for session objects)`,
  })),
];

console.log('What a deployment needs:');
for (const check of checks) console.log(`  ${check.ok ? 'there  ' : 'missing'}  ${check.what}: ${check.hint}`);

const needed = checks.filter((check) => !check.what.startsWith('DATABASE_URL_'));
const ready = needed.every((check) => check.ok) && Object.keys(urls).length > 0;
if (!dryRun && !ready) {
  console.error(
    'Not deployed: something above is missing (of the databases, one region’s is enough). `npm run deploy -- --dry-run` builds without uploading.',
  );
  process.exit(1);
}

run('vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
if (dryRun) {
  run('wrangler', ['deploy', '--dry-run', '--minify', '--outdir', '.interloop/deploy']);
  console.log('Built; nothing was uploaded.');
} else {
  await apply(urls, (line) => console.log(line));
  run('wrangler', ['deploy', '--minify']);
  const secrets = {
    SESSION_SECRET: process.env.SESSION_SECRET,
    OPERATOR_KEY: process.env.OPERATOR_KEY,
    PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN,
    SECURITY_CONTACT: process.env.SECURITY_CONTACT,
    ...databaseSecrets(),
  };
  const put = spawnSync('wrangler', ['secret', 'bulk'], {
    input: JSON.stringify(secrets),
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  if (put.status !== 0) process.exit(put.status ?? 1);
}

function databaseSecrets(): Record<string, string> {
  return Object.fromEntries(Object.entries(urls).map(([id, url]) => [`DATABASE_URL_${id.toUpperCase()}`, url]));
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' };
  const done = spawnSync(command, args, { stdio: 'inherit', env });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
