/** What was asked and answered, for a model: from memory when this object has been awake, else from the region. */
import type { SystemActor } from '../../../worker/domain/actors.ts';
import type { Plan } from '../../../worker/domain/plans/plan-shape.ts';
import type { Region } from '../../../worker/regions/region.ts';
import type { SessionCore } from '../core.ts';
import { readTranscript } from '../transcript.ts';
import type { Words } from '../words.ts';
import type { Asked } from './interviewer-rules.ts';

export interface TalkWordsDeps {
  core: SessionCore;
  region: Region;
  actor: SystemActor;
  plan: Plan;
  open(sealed: Uint8Array): Promise<Words>;
}

/** `here`: the answers to this question; `before`: what was answered to the others, question by question. */
export async function talkWords(deps: TalkWordsDeps, questionId: string): Promise<{ here: string[]; before: Asked[] }> {
  const { core } = deps;
  const known = core.answers?.questionId === questionId ? [...core.answers.texts] : null;
  if (known !== null && known.length > 0) return { here: known, before: [] };
  const { turns } = await readTranscript(deps.region, deps.actor, core.store.waiting(), deps.open);
  const questions = new Map(
    deps.plan.sections.flatMap((section) => section.questions).map((question) => [question.text, question.id]),
  );
  const pairs: { id: string; question: string; answer: string }[] = [];
  let asked = { id: '', text: '' };
  for (const turn of turns) {
    if (turn.kind === 'question') asked = { id: questions.get(turn.text) ?? '', text: turn.text };
    if (turn.kind === 'follow-up') asked = { ...asked, text: turn.text };
    if (turn.kind === 'answer') pairs.push({ id: asked.id, question: asked.text, answer: turn.text });
  }
  return {
    here: pairs.filter(({ id }) => id === questionId).map(({ answer }) => answer),
    before: pairs.map(({ question, answer }) => ({ question, answer })),
  };
}
