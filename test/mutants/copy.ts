/** A copy of the project in a folder of its own, in which faults are planted; the packages are those of the project. */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Copy {
  folder: string;
  /** Plants one fault and gives back what takes it out again. @throws Error when `from` does not stand there once */
  plant(fault: { file: string; from: string; to: string }): Promise<() => Promise<void>>;
  remove(): Promise<void>;
}

/** Copies every file that is part of the project, as it stands in the work tree. */
export async function copyProject(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'interloop-mutants-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(ROOT, file), join(folder, file)).catch(unlessGone);
  }
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    plant: async ({ file, from, to }) => {
      const path = join(folder, file);
      const text = await readFile(path, 'utf8');
      const found = text.split(from).length - 1;
      if (found !== 1) throw new Error(`${file}: what is to be replaced stands there ${found} times`);
      await writeFile(
        path,
        text.replace(from, () => to),
      );
      return async () => await writeFile(path, text);
    },
    remove: async () => await rm(folder, { recursive: true, force: true }),
  };
}

/** A file that git still lists may have been removed from the work tree. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
