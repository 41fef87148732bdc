/** The whole report of one interview, for a member who reads it; the reading is recorded with it. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { Problem } from '../../problems.ts';
import type { Queries } from '../../providers/database/database.ts';
import type { Region } from '../../regions/region.ts';
import type { MemberActor } from '../actors.ts';
import { adjustedPlan } from '../adjustments/adjusted-plan-rules.ts';
import { grantedOf } from '../adjustments/granted.ts';
import { audited } from '../audit/audit.ts';
import { blindDetail, knownOf, shownName } from '../blind/blind.ts';
import { blinded } from '../blind/blind-rules.ts';
import { canDecide, DECIDERS, JUDGES } from '../decisions/decision-rules.ts';
import { dateInWords, letter } from '../decisions/letter-rules.ts';
import { LETTERS } from '../decisions/letter-words-rules.ts';
import { dueAfterHold } from '../interviews/due-rules.ts';
import { parkedOf } from '../interviews/park-task.ts';
import { unsealedOf } from '../recordings/unsealed.ts';
import { cardSince, hadPart, hurdleOf, reviewOf } from '../requests/review-facts.ts';
import { interviewSpendOf, mayKeepBooks } from '../spend/interview-spend.ts';
import {
  candidateRequests,
  candidates,
  decisions,
  interviews,
  members,
  overrides,
  plans,
  recordings,
  roles,
  tenants,
  turns,
} from '../tables.ts';
import { decisionLetters } from '../tables-beside.ts';
import { calendarFields } from '../tenants/calendar.ts';
import { calendarOf } from '../tenants/calendar-rules.ts';
import { readReview } from './card.ts';
import { cardsOf, machineCard, peopleCards } from './cards.ts';
import { engineLoss } from './engine-rules.ts';
import { eventsOf, historyLines, peopleOf, readersOf } from './history.ts';
import { queueOf, queueRows } from './queue.ts';
import { countOpening, readingOf } from './reading.ts';

/** @throws Problem not_found */
export async function readReport(region: Region, actor: MemberActor, interviewId: string) {
  const [
    found,
    spoken,
    cards,
    changed,
    decided,
    asked,
    sound,
    unsealed,
    events,
    readers,
    people,
    queue,
    spent,
    parked,
    _,
    reading,
  ] = await region.database.batch({ tenant: actor.tenantId }, (db) => [
    factsOf(db, actor, interviewId),
    db
      .select()
      .from(turns)
      .where(and(eq(turns.interviewId, interviewId), eq(turns.tenantId, actor.tenantId)))
      .orderBy(asc(turns.position)),
    cardsOf(db, actor, interviewId),
    overridesOf(db, actor, interviewId),
    decisionsOf(db, actor, interviewId),
    requestsOf(db, actor, interviewId),
    db
      .select({ durationMs: recordings.durationMs, missingParts: recordings.missingParts })
      .from(recordings)
      .where(and(eq(recordings.interviewId, interviewId), eq(recordings.tenantId, actor.tenantId))),
    unsealedOf(db, actor, interviewId),
    eventsOf(db, actor, interviewId),
    readersOf(db, actor, interviewId),
    peopleOf(db, actor),
    queueRows(db, actor, interviewId),
    interviewSpendOf(db, actor, interviewId),
    parkedOf(db, actor, interviewId),
    countOpening(region, actor, db, interviewId),
    readingOf(db, actor, interviewId),
    audited(region, actor, db, {
      action: 'report.read',
      object: interviewId,
      detail: blindDetail(actor, interviewId),
    }),
  ]);
  const facts = found[0];
  if (facts === undefined) throw new Problem('not_found');
  // Whoever withdrew is read no more; what stays is what the law keeps: consents, decisions, requests, the history.
  const closed = facts.state === 'withdrawn';
  const [said, judged, heard] = closed ? [[], [], []] : [spoken, cards, sound];
  const review = closed ? null : readReview(facts.review);
  const context = {
    actor,
    plan: facts.plan,
    turns: said,
    recordedMs: heard[0]?.durationMs ?? null,
    changed: closed ? [] : changed.map(overrideTold),
    review,
  };
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const calendar = calendarOf(facts.calendar, region.id);
  const { language } = adjustedPlan(facts.plan, facts.granted?.adjustments ?? null);
  const told = {
    tenant: facts.tenant,
    role: facts.roleTitle,
    candidate: facts.candidate,
    member: actor.name,
    memberEmail: actor.email,
    until: dateInWords(dueAfterHold(region.now(), facts.decisionDays, calendar), calendar.zone, language),
    feedback: facts.feedback,
  };
  const report = {
    interview: {
      id: interviewId,
      state: facts.state,
      endReason: facts.endReason,
      language: facts.plan.language,
      startedAt: iso(facts.startedAt),
      endedAt: iso(facts.endedAt),
      dueAt: iso(facts.dueAt),
      rating: closed ? null : facts.rating,
      /** It was judged before the candidate withdrew, and nobody reads that any more. */
      closed: closed && cards.length > 0,
      engineLoss: engineLoss(events, spent[0]?.worked === true),
      spentMicros: mayKeepBooks(actor) ? (spent[0]?.micros ?? null) : null,
    },
    candidate: { name: facts.candidate },
    role: { id: facts.roleId, title: facts.roleTitle },
    plan: {
      version: facts.planVersion,
      criteria: facts.plan.rubric.criteria.map(({ id, name, levels }) => ({ id, name, anchors: [...levels] })),
      sections: facts.plan.sections.map(({ id, title, questions }) => ({
        id,
        title,
        questions: questions.map((question) => ({ id: question.id, text: question.text })),
      })),
    },
    card: machineCard(judged, context),
    people: peopleCards(judged, context),
    turns: said.map((turn) => ({
      id: turn.id,
      speaker: turn.speaker,
      kind: turn.kind,
      questionId: turn.questionId,
      text: turn.text,
      correctedText: turn.correctedText,
      via: turn.via,
      startMs: turn.startMs,
      endMs: turn.endMs,
      segments: turn.segments ?? [],
    })),
    recording: heard[0] ?? null,
    unsealedMs: unsealed[0]?.unsealedMs ?? 0,
    decisions: decided.map(({ dueAt, leavingAt, undoneAt, ...one }) => ({
      ...one,
      at: one.at.toISOString(),
      letter: letterStands(dueAt, leavingAt, undoneAt),
      leavesAt: iso(dueAt),
    })),
    letters: {
      language,
      advance: letter('advance', told, language),
      hold: letter('hold', told, language),
      reject: letter('reject', told, language),
    },
    requests: asked.map((request) => ({
      id: request.id,
      kind: request.kind,
      text: request.text,
      createdAt: request.createdAt.toISOString(),
      answer: request.answer,
      answeredBy: request.answeredBy === null ? null : (names.get(request.answeredBy) ?? null),
      answeredAt: iso(request.answeredAt),
      hurdle: request.answeredAt === null ? hurdleOf({ ...request, hadPart: facts.hadPart }) : null,
    })),
    history: historyLines(actor, events, readers, people),
    parked: parked.map((one) => ({ ...one, at: one.at.toISOString() })),
    queue: queueOf(queue, interviewId),
    you: {
      name: actor.name,
      reading: reading[0] ?? { opened: 0, openMs: 0, quotes: 0 },
      mayDecide: DECIDERS.some((role) => role === actor.role),
      mayJudge: JUDGES.some((role) => role === actor.role),
      decidable: canDecide(facts.state),
      feedbackLine: facts.feedback ? LETTERS[language].feedback : null,
      hadPart: facts.hadPart,
      /** Who it is stays hidden from you until you have judged. */
      blind: facts.known !== null,
    },
  };
  return blinded(report, facts.known);
}

function factsOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      state: interviews.state,
      endReason: interviews.endReason,
      startedAt: interviews.startedAt,
      endedAt: interviews.endedAt,
      dueAt: interviews.decisionDueAt,
      rating: interviews.rating,
      candidate: shownName(actor),
      known: knownOf(actor),
      review: reviewOf,
      hadPart: hadPart(actor),
      roleId: roles.id,
      roleTitle: roles.title,
      decisionDays: roles.decisionDays,
      plan: plans.content,
      planVersion: plans.version,
      tenant: tenants.name,
      feedback: tenants.feedback,
      calendar: calendarFields,
      granted: grantedOf,
    })
    .from(interviews)
    .innerJoin(candidates, eq(candidates.id, interviews.candidateId))
    .innerJoin(roles, eq(roles.id, interviews.roleId))
    .innerJoin(plans, eq(plans.id, interviews.planId))
    .innerJoin(tenants, eq(tenants.id, interviews.tenantId))
    .where(and(eq(interviews.id, interviewId), eq(interviews.tenantId, actor.tenantId)));
}

function requestsOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      id: candidateRequests.id,
      kind: candidateRequests.kind,
      text: candidateRequests.text,
      createdAt: candidateRequests.createdAt,
      answer: candidateRequests.answer,
      answeredBy: candidateRequests.answeredBy,
      answeredAt: candidateRequests.answeredAt,
      card: cardSince(actor),
    })
    .from(candidateRequests)
    .innerJoin(interviews, eq(interviews.id, candidateRequests.interviewId))
    .where(and(eq(candidateRequests.interviewId, interviewId), eq(candidateRequests.tenantId, actor.tenantId)))
    .orderBy(asc(candidateRequests.createdAt));
}

function overridesOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      criterion: overrides.criterionId,
      level: overrides.level,
      reason: overrides.reason,
      by: members.name,
      at: overrides.createdAt,
    })
    .from(overrides)
    .innerJoin(members, eq(members.id, overrides.memberId))
    .where(and(eq(overrides.interviewId, interviewId), eq(overrides.tenantId, actor.tenantId)))
    .orderBy(asc(overrides.createdAt));
}

function overrideTold(one: { criterion: string; level: number | null; reason: string; by: string; at: Date }) {
  return { ...one, at: one.at.toISOString() };
}

function decisionsOf(db: Queries, actor: MemberActor, interviewId: string) {
  return db
    .select({
      number: decisions.number,
      kind: decisions.kind,
      reason: decisions.reason,
      by: members.name,
      you: sql<boolean>`${decisions.memberId} = ${actor.memberId}`,
      openedForMs: decisions.openedForMs,
      quotesPlayed: decisions.quotesPlayed,
      at: decisions.createdAt,
      dueAt: decisionLetters.dueAt,
      leavingAt: decisionLetters.leavingAt,
      undoneAt: decisionLetters.undoneAt,
    })
    .from(decisions)
    .innerJoin(members, eq(members.id, decisions.memberId))
    .leftJoin(
      decisionLetters,
      and(eq(decisionLetters.interviewId, decisions.interviewId), eq(decisionLetters.number, decisions.number)),
    )
    .where(and(eq(decisions.interviewId, interviewId), eq(decisions.tenantId, actor.tenantId)))
    .orderBy(asc(decisions.number));
}

/** Decisions of before there were letters kept were told when they were made. */
function letterStands(dueAt: Date | null, leavingAt: Date | null, undoneAt: Date | null) {
  if (undoneAt !== null) return 'undone' as const;
  return dueAt !== null && leavingAt === null ? ('waiting' as const) : ('sent' as const);
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
