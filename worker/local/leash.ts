/**
 * workerd outlives a killed parent and would go on answering on its port. Its process id is noted, so that the
 * parent of this process ends it at once, or else the next start does.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NOTE = 'workerd.pid';

/** Notes the workerd processes of this process; to be called whenever one was started. */
export async function noteWorkerd(stateFolder: string): Promise<void> {
  const pids = (await processes()).filter(({ parent, command }) => parent === process.pid && isWorkerd(command));
  await writeFile(join(stateFolder, NOTE), pids.map(({ pid }) => pid).join('\n'));
  process.send?.({ workerd: pids.map(({ pid }) => pid) });
}

/** Ends the workerd processes that a killed start left behind; the caller holds the lock on the folder. */
export async function endOrphans(stateFolder: string): Promise<void> {
  const noted = (await readFile(join(stateFolder, NOTE), 'utf8').catch(() => '')).split('\n').map(Number);
  if (noted.every((pid) => pid === 0)) return;
  for (const { pid, command } of await processes()) {
    if (noted.includes(pid) && isWorkerd(command)) process.kill(pid, 'SIGKILL');
  }
  await writeFile(join(stateFolder, NOTE), '');
}

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** Nothing is found where there is no `ps`: then a killed start's port stays taken until its workerd is ended by hand. */
async function processes(): Promise<Process[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,comm=']).catch(() => ({ stdout: '' }));
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

function isWorkerd(command: string): boolean {
  return /(^|\/)workerd/.test(command);
}
