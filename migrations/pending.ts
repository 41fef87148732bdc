/** What of the migrations a database still lacks. Pure. */

export interface Migration {
  name: string;
  sql: string;
  hash: string;
}
export interface Applied {
  name: string;
  hash: string;
}

/** The files and the database tell different stories; nothing is applied. */
export class MigrationConflict extends Error {}

/**
 * The migrations still to apply, in order.
 * @throws MigrationConflict when an applied one was changed or is gone, or a new one would come before it
 */
export function pending(migrations: Migration[], applied: Applied[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, hash } of applied) {
    const migration = byName.get(name);
    if (migration === undefined) throw new MigrationConflict(`${name} was applied, but its file is gone`);
    if (migration.hash !== hash) throw new MigrationConflict(`${name} was changed after it was applied`);
  }
  const done = new Set(applied.map(({ name }) => name));
  const last =
    applied
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  const left = migrations.filter(({ name }) => !done.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const late = left.find(({ name }) => name < last);
  if (late !== undefined) throw new MigrationConflict(`${late.name} would come before ${last}, which is applied`);
  return left;
}
