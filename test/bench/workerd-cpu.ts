/** CPU that a process and its children have used so far, from /proc, in milliseconds. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

interface Entry {
  pid: number;
  parent: number;
  name: string;
  cpuMs: number;
}

function processes(): Entry[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const cpuMs = (Number(rest[11]) + Number(rest[12])) * TICK_MS;
      return [{ pid: Number(name), parent: Number(rest[1]), name: command, cpuMs }];
    } catch {
      return [];
    }
  });
}

/** CPU of every workerd below a process. */
export function workerdCpuMs(root: number): number {
  const all = processes();
  const below = new Set([root]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const one of all) {
      if (!below.has(one.parent) || below.has(one.pid)) continue;
      below.add(one.pid);
      grown = true;
    }
  }
  return all
    .filter((one) => below.has(one.pid) && one.name.startsWith('workerd'))
    .reduce((sum, one) => sum + one.cpuMs, 0);
}
