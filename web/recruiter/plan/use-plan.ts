/**
 * The plan while it is edited: every change is kept here at once, saved a moment later, and can be undone. A save
 * names the revision it builds on; when somebody else saved in between, both versions stay until one is chosen.
 */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ApiProblem, api, asProblem } from '../../shared/api.ts';
import { EMPTY_PLAN } from './plan-edits.ts';
import type { Gap, Plan, PlanAnswer, PrivateQuestion } from './plan-types.ts';

const SAVE_AFTER_MS = 900;
const UNDO_KEPT = 50;
/** Typing in one field within this time is one step back. */
const ONE_STEP_MS = 1500;

export type Saving =
  | { state: 'saved'; at: string | null }
  | { state: 'waiting' }
  | { state: 'saving' }
  | { state: 'conflict' }
  | { state: 'failed'; problem: ApiProblem };

interface Held {
  content: Plan;
  revision: number | null;
  version: number;
  gaps: readonly Gap[];
  privateQuestions: readonly PrivateQuestion[];
  madeBy: NonNullable<PlanAnswer['draft']>['madeBy'] | null;
}

export interface Editing extends Held {
  saving: Saving;
  change: (edit: (plan: Plan) => Plan, field?: string) => void;
  undo: () => void;
  canUndo: boolean;
  /** Saves what is not saved yet; true when everything is with the server. */
  flush: () => Promise<boolean>;
  /** The revision that holds now, also right after a flush and before the page is drawn again. */
  seen: () => number | null;
  /** Takes a draft that the server made. */
  put: (draft: NonNullable<PlanAnswer['draft']>) => void;
  /** After a conflict: what is here replaces what somebody else saved. */
  keepMine: () => Promise<void>;
}

function heldFrom(plan: PlanAnswer): Held {
  const { draft, published } = plan;
  if (draft !== null) return heldDraft(draft);
  const version = (published?.version ?? 0) + 1;
  const content = published?.content ?? { ...EMPTY_PLAN, title: plan.role.title };
  return { content, revision: null, version, gaps: [], privateQuestions: [], madeBy: null };
}

function heldDraft({ id: _, updatedAt: __, ...held }: NonNullable<PlanAnswer['draft']>): Held {
  return held;
}

export function usePlan(plan: PlanAnswer): Editing {
  const roleId = plan.role.id;
  const [held, hold] = useState<Held>(() => heldFrom(plan));
  const [saving, tell] = useState<Saving>({ state: 'saved', at: plan.draft?.updatedAt ?? null });
  const [steps, setSteps] = useState(0);
  const now = useRef(held);
  const past = useRef<Plan[]>([]);
  const last = useRef({ field: '', atMs: 0 });
  const dirty = useRef(false);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const set = useCallback((next: Held) => {
    now.current = next;
    hold(next);
  }, []);

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    while (dirty.current) {
      dirty.current = false;
      tell({ state: 'saving' });
      const { content, revision } = now.current;
      try {
        const saved = await api('PUT /api/recruiter/roles/:role/plan', {
          params: { role: roleId },
          body: { revision, content },
        });
        const { revision: made, version, gaps, privateQuestions } = saved;
        set({ ...now.current, revision: made, version, gaps, privateQuestions });
        tell({ state: 'saved', at: saved.updatedAt });
      } catch (error) {
        dirty.current = true;
        const problem = asProblem(error);
        tell(problem.code === 'conflict' ? { state: 'conflict' } : { state: 'failed', problem });
        return false;
      }
    }
    return true;
  }, [roleId, set]);

  const flush = useCallback(async () => {
    running.current ??= save().finally(() => {
      running.current = null;
    });
    return await running.current;
  }, [save]);

  const later = useCallback(() => {
    dirty.current = true;
    tell((before) => (before.state === 'conflict' ? before : { state: 'waiting' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
  }, [flush]);

  const change = useCallback(
    (edit: (plan: Plan) => Plan, field = '') => {
      const { content } = now.current;
      const next = edit(content);
      if (next === content) return;
      const atMs = Date.now();
      const goesOn = field !== '' && field === last.current.field && atMs - last.current.atMs < ONE_STEP_MS;
      if (!goesOn) past.current = [...past.current.slice(1 - UNDO_KEPT), content];
      last.current = { field, atMs };
      setSteps(past.current.length);
      set({ ...now.current, content: next });
      later();
    },
    [later, set],
  );

  const undo = useCallback(() => {
    const before = past.current.pop();
    if (before === undefined) return;
    last.current = { field: '', atMs: 0 };
    setSteps(past.current.length);
    set({ ...now.current, content: before });
    later();
  }, [later, set]);

  const put = useCallback(
    (draft: NonNullable<PlanAnswer['draft']>) => {
      past.current = [...past.current, now.current.content];
      setSteps(past.current.length);
      dirty.current = false;
      clearTimeout(timer.current);
      set(heldDraft(draft));
      tell({ state: 'saved', at: draft.updatedAt });
    },
    [set],
  );

  const keepMine = useCallback(async () => {
    const theirs = await api('GET /api/recruiter/roles/:role/plan', { params: { role: roleId } });
    set({ ...now.current, revision: theirs.draft?.revision ?? null });
    dirty.current = true;
    await flush();
  }, [roleId, flush, set]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault();
    };
    const hidden = () => {
      if (document.hidden && dirty.current) void flush();
    };
    addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
      if (dirty.current) void flush();
    };
  }, [flush]);

  const seen = useCallback(() => now.current.revision, []);
  return { ...held, saving, change, undo, canUndo: steps > 0, flush, seen, put, keepMine };
}
