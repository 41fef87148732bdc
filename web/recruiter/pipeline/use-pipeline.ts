/** The rows of a role: pages that follow each other, and a look at the pulse while something moves. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiProblem, api, asProblem } from '../../shared/api.ts';
import type { Page, Row, Show, Sort } from './pipeline-types.ts';

const PULSE_EVERY_MS = 4000;
const PAGE = 50;
const LARGEST_PAGE = 100;
/** More rows than this no browser draws at ease. */
export const MATCHES_MOST = 2000;

export interface Asked {
  show: Show;
  sort: Sort;
  search: string;
}

export type Pipeline =
  | { state: 'loading' }
  | { state: 'failed'; problem: ApiProblem }
  | { state: 'ready'; page: Page; rows: Row[]; more: boolean };

export function usePipeline(roleId: string, { show, sort, search }: Asked) {
  const [pipeline, put] = useState<Pipeline>({ state: 'loading' });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const round = useRef(0);
  const held = useRef(pipeline);
  held.current = pipeline;

  /** Reads from the start as many rows as are shown; what is there stays until the answer comes. */
  const reload = useCallback(async () => {
    round.current += 1;
    const own = round.current;
    const before = held.current;
    const wanted = before.state === 'ready' ? Math.max(PAGE, before.rows.length) : PAGE;
    try {
      const page = await ask(roleId, { show, sort, search }, Math.min(100, wanted));
      if (own === round.current) put({ state: 'ready', page, rows: page.rows, more: page.next !== null });
    } catch (error) {
      if (own === round.current) put({ state: 'failed', problem: asProblem(error) });
    }
  }, [roleId, show, sort, search]);

  const more = useCallback(async () => {
    const before = held.current;
    if (before.state !== 'ready' || before.page.next === null) return;
    const own = round.current;
    setProblem(null);
    try {
      const page = await ask(roleId, { show, sort, search }, PAGE, before.page.next);
      if (own !== round.current) return;
      put({ state: 'ready', page, rows: [...before.rows, ...page.rows], more: page.next !== null });
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, [roleId, show, sort, search]);

  /** Reads on until everybody who matches is shown, or as many as one page can bear; returns their ids. */
  const all = useCallback(async (): Promise<string[]> => {
    let before = held.current;
    const own = round.current;
    while (before.state === 'ready' && before.page.next !== null && before.rows.length < MATCHES_MOST) {
      const page = await ask(roleId, { show, sort, search }, LARGEST_PAGE, before.page.next);
      if (own !== round.current) return [];
      before = { state: 'ready', page, rows: [...before.rows, ...page.rows], more: page.next !== null };
      put(before);
    }
    return before.state === 'ready' ? before.rows.map(({ id }) => id) : [];
  }, [roleId, show, sort, search]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const moving = pipeline.state === 'ready' && pipeline.page.counts['in-progress'] > 0;
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const before = held.current;
      const pulse = await api('GET /api/recruiter/roles/:role/pulse', { params: { role: roleId } }).catch(() => null);
      if (pulse === null || before.state !== 'ready' || held.current !== before) return;
      if (JSON.stringify(pulse.counts) !== JSON.stringify(before.page.counts)) return reload();
      const news = new Map(pulse.moving.map((one) => [one.id, one]));
      if (before.rows.some((row) => (news.get(row.id)?.state ?? row.state) !== row.state)) return reload();
      const rows = before.rows.map((row) => ({ ...row, live: news.get(row.id)?.live ?? row.live }));
      put({ ...before, rows });
    }, PULSE_EVERY_MS);
    return () => clearInterval(timer);
  }, [moving, roleId, reload]);

  return { pipeline, reload, more, all, problem };
}

async function ask(role: string, { show, sort, search }: Asked, limit: number, after?: string): Promise<Page> {
  return await api('GET /api/recruiter/roles/:role/pipeline', {
    params: { role },
    query: { show, sort, search, limit: String(limit), ...(after === undefined ? {} : { after }) },
  });
}
