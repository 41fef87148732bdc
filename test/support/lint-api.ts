/** Spectral's rules for OpenAPI, over the document that this installation would give. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiDocument } from './api-document.ts';

const folder = mkdtempSync(join(tmpdir(), 'interloop-api-'));
const file = join(folder, 'openapi.json');
writeFileSync(file, JSON.stringify(apiDocument(), null, 1));
const rules = ['--ruleset', join(import.meta.dirname, 'spectral.yaml'), '--fail-severity', 'error'];
const done = spawnSync('spectral', ['lint', file, ...rules], { encoding: 'utf8' });
rmSync(folder, { recursive: true, force: true });
console.log(done.error === undefined ? `${done.stdout}${done.stderr}` : String(done.error));
process.exit(done.status ?? 1);
