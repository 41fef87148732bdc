/** The state of an upload: its rows, which column is what, what was typed over them, what became of each. */
import { useMemo, useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { useAction } from '../../../shared/use-action.ts';
import { type Columns, guessColumns } from '../table/columns-rules.ts';
import { type Edits, type PersonRow, peopleOf } from '../table/people-rules.ts';
import type { FileFault } from '../table/rows-of-file.ts';
import { type Marks, NO_MARKS, stateOfRow } from './row-state-rules.ts';

/** People of one request: small enough that progress is seen, and under the server's own limit. */
const AT_ONCE = 200;

interface Table {
  /** The file's name; null for what was pasted. */
  name: string | null;
  rows: string[][];
}

export function useMany({ roleId, days, onInvited }: { roleId: string; days: number; onInvited: () => void }) {
  const [table, setTable] = useState<Table | null>(null);
  const [columns, setColumns] = useState<Columns>({ header: false, kinds: [] });
  const [edits, setEdits] = useState<Edits>(new Map());
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const [fault, setFault] = useState<FileFault | null>(null);
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const people = useMemo(() => peopleOf(table?.rows ?? [], columns, edits), [table, columns, edits]);

  const take = (next: Table) => {
    setFault(null);
    setTable(next);
    const guessed = guessColumns(next.rows);
    remap(guessed, next.rows);
  };
  const remap = (next: Columns, rows = table?.rows ?? []) => {
    setColumns(next);
    setEdits(new Map());
    setMarks(NO_MARKS);
    void known.run(peopleOf(rows, next));
  };
  const known = useAction(async (rows: PersonRow[]) => {
    const emails = rows.flatMap(({ address }) => (address === null ? [] : [address.sent]));
    for (const some of chunks(emails, AT_ONCE)) {
      const answer = await api('POST /api/recruiter/roles/:role/invitations/known', {
        params: { role: roleId },
        body: { emails: some },
      });
      setMarks((before) => ({ ...before, known: new Set([...before.known, ...answer.known]) }));
    }
  });
  const send = useAction(async () => {
    const ready = people.flatMap((row) =>
      row.address !== null && stateOfRow(row, marks).kind === 'ready'
        ? [{ name: row.name, email: row.address.sent, typed: row.address.shown }]
        : [],
    );
    setProgress({ done: 0, of: ready.length });
    try {
      for (const some of chunks(ready, AT_ONCE)) {
        const { fates } = await api('POST /api/recruiter/roles/:role/invitations/many', {
          params: { role: roleId },
          body: { people: some.map(({ name, typed }) => ({ name, email: typed })), days },
        });
        setMarks((before) => withFates(before, some, fates));
        setProgress((before) => (before === null ? null : { ...before, done: before.done + some.length }));
      }
    } finally {
      setProgress(null);
      onInvited();
    }
  });
  return {
    table,
    people,
    columns,
    marks,
    edits,
    fault,
    progress,
    send,
    take,
    remap,
    refuse: setFault,
    edit: (n: number, change: { name?: string; email?: string }) =>
      setEdits((before) => new Map(before).set(n, { ...before.get(n), ...change })),
    leave: (n: number) => setMarks((before) => ({ ...before, left: toggled(before.left, n) })),
    keep: (n: number) => setMarks((before) => ({ ...before, kept: new Set([...before.kept, n]) })),
    clear: () => {
      setTable(null);
      setFault(null);
      setMarks(NO_MARKS);
    },
  };
}
export type Many = ReturnType<typeof useMany>;

function withFates(before: Marks, some: readonly { email: string }[], fates: readonly ('sent' | 'known')[]): Marks {
  const of = (fate: 'sent' | 'known') => some.flatMap(({ email }, at) => (fates[at] === fate ? [email] : []));
  return {
    ...before,
    sent: new Set([...before.sent, ...of('sent')]),
    known: new Set([...before.known, ...of('known')]),
  };
}

function toggled(before: ReadonlySet<number>, n: number): Set<number> {
  const next = new Set(before);
  if (!next.delete(n)) next.add(n);
  return next;
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}
