/** Performs one task against a region. Every one may be done twice: its id, or the row it makes, says that it was. */
import type { SystemActor } from '../../worker/domain/actors.ts';
import { closeCall } from '../../worker/domain/calls/close-call.ts';
import { endInterview, noteQuestion, noteStep } from '../../worker/domain/interviews/note-step.ts';
import { notifyReport } from '../../worker/domain/interviews/notify-report.ts';
import { unparkTasks } from '../../worker/domain/interviews/park-task.ts';
import { requestHuman, saveReview } from '../../worker/domain/interviews/save-review.ts';
import { saveDraft, saveTurn } from '../../worker/domain/interviews/save-turn.ts';
import { scoreInterview } from '../../worker/domain/interviews/score-interview.ts';
import { forgetSessionKey } from '../../worker/domain/interviews/session-key.ts';
import { dropUnsealed } from '../../worker/domain/interviews/withdraw.ts';
import type { Plan } from '../../worker/domain/plans/plan-shape.ts';
import { saveSpend } from '../../worker/domain/spend/save-spend.ts';
import type { Meter } from '../../worker/domain/spend/spend-rules.ts';
import type { Region } from '../../worker/regions/region.ts';
import type { Effect, Event } from './machine-state.ts';
import type { ReviewWords, Waiting } from './tasks.ts';
import type { Words } from './words.ts';

export interface Hands {
  region: Region;
  actor: SystemActor;
  candidateId: string;
  plan: Plan;
  /** Opens what is sealed beside a task. */
  words(sealed: Uint8Array): Promise<Words>;
  /** Seals the recording, away from this object. */
  seal(): Promise<void>;
  /** What the interview has used so far. */
  meter(): Meter;
}

/** Does it; returns what the machine must hear of it. */
export async function perform(hands: Hands, waiting: Waiting): Promise<Event | null> {
  const { region, actor, plan } = hands;
  const { task } = waiting;
  const at = new Date(waiting.madeAtMs);
  switch (task.type) {
    case 'save-turn':
      await saveTurn(region, actor, { turn: turnOf(task), words: await wordsOf(hands, task, waiting.sealed), at });
      return null;
    case 'save-draft':
      await saveDraft(region, actor, await sealedWords(hands, waiting.sealed), at);
      return null;
    case 'save-review': {
      const { text } = await sealedWords(hands, waiting.sealed);
      const { corrections, question } = JSON.parse(text) as ReviewWords;
      const { candidateId } = hands;
      await saveReview(region, actor, { corrections, question, rating: task.rating, candidateId, at });
      return null;
    }
    case 'ask-human': {
      const { text } = await sealedWords(hands, waiting.sealed);
      await requestHuman(region, actor, { text, candidateId: hands.candidateId, at });
      return null;
    }
    case 'hear':
    case 'reply':
      throw new Error('The talk is done by the voice desk');
    case 'save-spend':
      await saveSpend(region, actor, { meter: hands.meter() });
      return null;
    case 'progress':
      await noteQuestion(region, actor, {
        questionNumber: task.questionNumber,
        questionCount: plan.sections.reduce((sum, section) => sum + section.questions.length, 0),
      });
      return null;
    case 'event':
      await noteStep(region, actor, { key: task.id, kind: task.kind, detail: task.detail, at });
      return null;
    case 'ended':
      await endInterview(region, actor, { reason: task.reason, at });
      await closeCall(region, actor);
      return null;
    case 'withdrawn':
      await dropUnsealed(region, actor);
      return null;
    case 'seal':
      await hands.seal();
      return { type: 'sealed' };
    case 'score':
      await scoreInterview(region, actor, { attempts: waiting.attempts });
      return { type: 'scored' };
    case 'notify':
      await notifyReport(region, actor, { reason: task.reason });
      return { type: 'notified' };
    case 'wipe':
      await forgetSessionKey(region, actor);
      await unparkTasks(region, actor);
      return null;
  }
}

type SaveTurn = Extract<Effect, { type: 'save-turn' }>;

function turnOf(task: SaveTurn) {
  const { turn: id, position, speaker, kind, questionId, via, startMs, endMs } = task;
  return { id, position, speaker, kind, questionId, via, startMs, endMs };
}

async function wordsOf(hands: Hands, task: SaveTurn, sealed: Uint8Array | null): Promise<Words | null> {
  if (task.text !== null) return { text: task.text, segments: [] };
  return task.fromDraft ? null : await sealedWords(hands, sealed);
}

async function sealedWords(hands: Hands, sealed: Uint8Array | null): Promise<Words> {
  return sealed === null ? { text: '', segments: [] } : await hands.words(sealed);
}
