/**
 * Judges an interview with a model, criterion by criterion and several times over; what comes back is checked in code
 * (checked-rules.ts) and brought together (agreed-rules.ts). Sound, faces, names and résumés have no way in here.
 */
import { ProviderFault } from '../../provider-faults.ts';
import type { Model } from '../../providers/model/model.ts';
import type { Criterion, Plan } from '../plans/plan-shape.ts';
import { addUsage, emptyMeter, type Meter } from '../spend/spend-rules.ts';
import { agreed } from './agreed-rules.ts';
import { checked, type SeenTurn, withoutInstructions } from './checked-rules.ts';
import { digestOf } from './digest-rules.ts';
import { JUDGE_PROMPT_VERSION, judgeInput, judgeInstructions } from './judge-prompt-rules.ts';
import { masked } from './masked-rules.ts';
import type { JudgedTurn } from './rehearsed-rules.ts';
import type { Card, Judged } from './scorecard-shape.ts';
import { VERDICT_JSON_SCHEMA } from './verdict-shape.ts';
import { visibleText } from './visible-text-rules.ts';

export interface ToScore {
  plan: Plan;
  planId: string;
  turns: readonly JudgedTurn[];
  /** The candidate's: hidden before anything is judged. */
  names: readonly string[];
}

export interface ScoredByModel {
  card: Card;
  meter: Meter;
}

export interface Scoring {
  runs?: number;
  /** What earlier tries have used. */
  before?: Meter;
  /** Ends the whole of it. */
  signal?: AbortSignal;
  /** Called with every use, so that a try that fails is counted too. */
  onMeter?: (meter: Meter) => void;
}

/** The spread of three runs tells disagreement from chance at an acceptable price. */
export const RUNS = 3;
/** Some warmth, or three runs would be one. */
const TEMPERATURE = 0.3;
const MOST_TOKENS = 1_200;
const RUN_MS = 25_000;
/** Requests under way at the same time. */
const AT_ONCE = 4;

/**
 * @param models in order of preference: the next is asked where one fails
 * @throws ProviderFault when none of them can be asked at all
 */
export async function scoreByModel(
  models: readonly Model[],
  input: ToScore,
  { runs = RUNS, before = emptyMeter(), signal, onMeter = () => {} }: Scoring = {},
): Promise<ScoredByModel> {
  const { plan, turns } = input;
  let meter = before;
  const used: Model[] = [];
  const jobs = plan.rubric.criteria.map((criterion) => ({ criterion, seen: seenFor(input, criterion) }));
  const asked = jobs.filter(({ seen }) => seen.length > 0);
  const judged = new Map<string, Judged[]>();
  const work = asked.flatMap((job) => Array.from({ length: runs }, () => job));
  await atOnce(work, AT_ONCE, async ({ criterion, seen }) => {
    const onUsage: OnUsage = (usage) => {
      meter = addUsage(meter, usage);
      onMeter(meter);
    };
    const { model, answer } = await ask(models, { plan, criterion, seen }, onUsage, signal);
    if (!used.includes(model)) used.push(model);
    judged.set(criterion.id, [...(judged.get(criterion.id) ?? []), checked(answer, criterion, plan, seen)]);
  });
  const criteria = jobs.map(({ criterion }) => {
    const [first, ...rest] = judged.get(criterion.id) ?? [];
    return first === undefined ? unheard(plan, criterion, turns) : agreed([first, ...rest]);
  });
  const main = used[0] ?? models[0];
  return {
    meter,
    card: {
      made: {
        maker: main?.maker ?? 'none',
        model: used.map(({ model }) => model).join(' + ') || (main?.model ?? 'none'),
        promptVersion: JUDGE_PROMPT_VERSION,
        temperature: TEMPERATURE,
        runs,
        planId: input.planId,
        micros: meter.micros,
      },
      digest: digestOf(plan, criteria, turns),
      criteria,
    },
  };
}

/** The answers that are evidence for a criterion, as the model may see them. */
function seenFor({ plan, turns, names }: ToScore, criterion: Criterion): SeenTurn[] {
  const ids = questionIds(plan, criterion);
  return (
    turns
      .filter((turn) => turn.kind === 'answer' && turn.questionId !== null && ids.has(turn.questionId))
      .filter((turn) => turn.text.trim() !== '')
      // Whatever came past the door: an order that no eye sees is seen by a model.
      .map((turn) => ({ ...turn, text: visibleText(turn.text) }))
      .map((turn, n) => ({
        id: turn.id,
        label: `T${n + 1}`,
        turn,
        seen: withoutInstructions(masked(turn.text, names)),
      }))
  );
}

type OnUsage = Parameters<Model['think']>[0]['onUsage'];

async function ask(
  models: readonly Model[],
  { plan, criterion, seen }: { plan: Plan; criterion: Criterion; seen: readonly SeenTurn[] },
  onUsage: OnUsage,
  whole: AbortSignal | undefined,
): Promise<{ model: Model; answer: string }> {
  const questionOf = new Map(plan.sections.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text])));
  const request = {
    instructions: judgeInstructions(criterion, plan.language),
    input: judgeInput(
      seen.map(({ label, seen: text, turn }) => ({
        label,
        question: questionOf.get(turn.questionId ?? '') ?? '',
        text,
      })),
    ),
    schema: { name: 'verdict', schema: VERDICT_JSON_SCHEMA },
    maxTokens: MOST_TOKENS,
    temperature: TEMPERATURE,
    onUsage,
  };
  let last: unknown = new ProviderFault('gemini', 'unavailable');
  for (const model of models) {
    try {
      let answer = '';
      const own = AbortSignal.timeout(RUN_MS);
      const signal = whole === undefined ? own : AbortSignal.any([own, whole]);
      for await (const piece of model.think({ ...request, signal })) answer += piece;
      return { model, answer };
    } catch (error) {
      // What was said cannot be refused by one model and believed by none: the next is asked.
      last = error;
    }
  }
  throw last;
}

function unheard(plan: Plan, criterion: Criterion, turns: readonly JudgedTurn[]): Judged {
  const ids = questionIds(plan, criterion);
  const wasAsked = turns.some(
    (turn) => turn.kind === 'question' && turn.questionId !== null && ids.has(turn.questionId),
  );
  return {
    criterionId: criterion.id,
    level: null,
    outcome: wasAsked ? 'insufficient-evidence' : 'not-asked',
    confidence: 'low',
    reason: wasAsked
      ? 'Nothing was said to this question.'
      : 'This was not asked, so there is nothing to judge. That is not the candidate’s doing.',
    quotes: [],
  };
}

function questionIds(plan: Plan, { id }: Criterion): Set<string> {
  const about = plan.sections.flatMap(({ questions }) =>
    questions.filter(({ evidenceFor }) => evidenceFor.includes(id)),
  );
  return new Set(about.map((question) => question.id));
}

async function atOnce<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: Math.min(most, waiting.length) }, lane));
}
