/** Moving over the rows with keys, and choosing some of them. */

import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { useHotkeys } from '../../shared/use-hotkeys.ts';
import { comparePath, reportPath } from '../paths.ts';
import type { Row } from './pipeline-types.ts';

interface Keys {
  roleId: string;
  search: () => void;
  help: () => void;
}

export function useRows(rows: readonly Row[], { roleId, search, help }: Keys) {
  const { route } = useLocation();
  const [atId, setAt] = useState<string | null>(null);
  const [chosen, choose] = useState<readonly string[]>([]);
  const table = useRef<HTMLTableElement>(null);
  const selected = chosen.filter((id) => rows.some((row) => row.id === id));
  const index = rows.findIndex(({ id }) => id === atId);

  const move = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, index < 0 ? 0 : index + by))];
    if (next === undefined) return;
    setAt(next.id);
    const line = table.current?.querySelector(`[data-row="${next.id}"]`);
    line?.scrollIntoView({ block: 'nearest' });
    line?.querySelector('a')?.focus({ preventScroll: true });
  };
  const toggle = (id: string) =>
    choose((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const open = () => {
    if (index >= 0 && atId !== null) route(reportPath(atId));
  };
  useHotkeys({
    KeyJ: () => move(1),
    KeyK: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    KeyX: () => {
      if (index >= 0 && atId !== null) toggle(atId);
    },
    KeyE: () => {
      if (index >= 0 && atId !== null) route(`${reportPath(atId)}#decide`);
    },
    KeyO: open,
    KeyC: () => {
      if (selected.length > 1) route(comparePath(roleId, selected));
    },
    Slash: search,
    'Shift+Slash': help,
  });
  return { table, atId, setAt, selected, toggle, choose };
}
