/**
 * interview_cost: a half-hour interview as the product holds it, with the product's own prompts, carried words and
 * meter; the providers bill as they were found to. Compared with one open line to the same model for the whole time.
 */
import {
  asData,
  carriedText,
  liveInstructions,
  thinkInstructions,
} from '../../durable-objects/interview/voice/interviewer-rules.ts';
import { platformUse } from '../../worker/domain/spend/platform-rules.ts';
import { addPlatform, addUsage, emptyMeter, type Meter } from '../../worker/domain/spend/spend-rules.ts';
import type { Usage } from '../../worker/domain/spend/usage-shape.ts';
import { knownLines } from '../../worker/domain/voices/known-lines-rules.ts';
import { LIMITS } from '../../worker/limits.ts';
import { NORTHWIND_PLAN } from '../../worker/local/example/northwind-plan.ts';
import { providerSettings } from '../../worker/provider-settings.ts';
import type { Bench, BenchResult } from './bench.ts';
import { judgeCost } from './judge-cost.ts';
import { Bill, liveTurn } from './provider-bills.ts';

export const bench: Bench = { name: 'interview_cost', run };

/** Thirty minutes: twelve questions, each asked on once; what is left over is thinking and silence. */
const LENGTH_MS = 30 * 60_000;
const QUESTIONS = 12;
const ANSWERS_EACH = 2;
/** Answers to a question with as many follow-ups as a plan may have. */
const DEEPEST = LIMITS.plan.followUps + 1;
const ANSWERS = QUESTIONS * ANSWERS_EACH;
const ANSWER_MS = (16.5 * 60_000) / ANSWERS;
const SAID_MS = (6 * 60_000) / ANSWERS;
const RECORDING = { parts: LENGTH_MS / 5000, bytes: 12_000_000 };
/** The models that run where nothing but keys is set up. */
const { gemini, openai } = defaults();
/** Signs in a token, and in a second of speech. */
const TOKEN_SIGNS = 4;
const SPEECH_SIGNS = 15;
const FOLLOW_UP = 'x'.repeat((SAID_MS / 1000) * SPEECH_SIGNS);
const ANSWER = 'x'.repeat((ANSWER_MS / 1000) * SPEECH_SIGNS);

/** The example plan's, from the start again when they are through. */
const questions = Array.from({ length: QUESTIONS }, (_, at) => {
  const all = NORTHWIND_PLAN.sections.flatMap((section) => section.questions);
  const found = all[at % all.length];
  if (found === undefined) throw new Error('the example plan asks nothing');
  return found;
});

async function run(): Promise<BenchResult[]> {
  const live = liveInterview();
  const deepest = liveInterview(questions.slice(0, ANSWERS / DEEPEST), DEEPEST);
  const cascade = cascadeInterview();
  const naive = openLine();
  const platform = ownUse(emptyMeter());
  const judged = await judgeCost(
    gemini.model,
    NORTHWIND_PLAN,
    questions.flatMap(({ id }) => Array(ANSWERS_EACH).fill({ questionId: id, text: ANSWER })),
  );
  const [liveAll, cascadeAll] = [live, cascade].map(({ meter }) => dollars(meter, platform, judged));
  const naiveAll = dollars(naive.meter, platform, judged);
  const baseline = `one open line for the whole interview, $${naiveAll.toFixed(2)}`;
  const common = { unit: '$', baseline };
  return [
    result('interview_cost', liveAll ?? Number.NaN, 0.4, common, [
      `talk $${dollars(live.meter).toFixed(3)}, judging by a model, criterion by criterion, $${dollars(judged).toFixed(3)}, platform $${dollars(platform).toFixed(3)}`,
      `the plan's known lines, made once for all of its interviews: $${dollars(linesOfPlan()).toFixed(3)}`,
    ]),
    result('interview_cost_cascade', cascadeAll ?? Number.NaN, 0.4, common),
    result('interview_cost_platform', dollars(platform), 0.02, { unit: '$', baseline: 'everything but providers' }),
    result(
      'interview_cost_rebilled',
      live.bill.ratio,
      2,
      {
        unit: 'billed ÷ new audio tokens',
        baseline: `the open line ${naive.bill.ratio.toFixed(1)}`,
      },
      [
        `a plan that asks on as often as a plan may: ${deepest.bill.ratio.toFixed(2)}, $${dollars(deepest.meter, platform, judged).toFixed(2)} in all`,
      ],
    ),
  ];
}

function result(name: string, value: number, most: number, of: { unit: string; baseline: string }, notes?: string[]) {
  return { name, value, target: `≤ ${most.toFixed(2)}`, ok: value <= most, ...of, ...(notes ? { notes } : {}) };
}

/** A session for each question, which hears only speech and is told in words what was said before it. */
function liveInterview(asked = questions, answersEach = ANSWERS_EACH): { meter: Meter; bill: Bill } {
  const bill = new Bill();
  let meter = emptyMeter();
  const before: { question: string; answer: string }[] = [];
  for (const question of asked) {
    const text = `${liveInstructions(question, 'en')}\n${carriedText(before)}`;
    const session = bill.session(tokens(text));
    for (let n = 1; n <= answersEach; n += 1) {
      const follows = n < answersEach;
      session.hears(ANSWER_MS);
      meter = used(meter, liveTurn(gemini.liveModel, session, follows ? SAID_MS : 0));
      before.push({ question: n === 1 ? question.text : FOLLOW_UP, answer: ANSWER });
    }
  }
  return { meter, bill };
}

/** The answer is written down, a model reads it, and a voice says what it asks. */
function cascadeInterview(): { meter: Meter } {
  let meter = emptyMeter();
  for (const question of questions) {
    for (let n = 1; n <= ANSWERS_EACH; n += 1) {
      const read = `${thinkInstructions(question, 'en')}\n${asData(question, Array(n).fill(ANSWER))}`;
      const ears = { maker: 'openai' as const, model: openai.earsModel };
      const model = { maker: 'gemini' as const, model: gemini.model };
      const voice = { maker: 'openai' as const, model: openai.voiceModel };
      meter = used(meter, [
        { ...ears, unit: 'audio-in-ms', amount: ANSWER_MS },
        { ...model, unit: 'text-in-tokens', amount: tokens(read) },
        { ...model, unit: 'text-out-tokens', amount: tokens(FOLLOW_UP) },
        ...(n < ANSWERS_EACH ? [{ ...voice, unit: 'audio-out-ms' as const, amount: SAID_MS }] : []),
      ]);
    }
  }
  return { meter };
}

/** What is built first: one session, whose microphone is open all the time, and which says everything. */
function openLine(): { meter: Meter; bill: Bill } {
  const bill = new Bill();
  const session = bill.session(tokens(questions.map((question) => liveInstructions(question, 'en')).join('\n')));
  let meter = emptyMeter();
  for (let n = 1; n <= ANSWERS; n += 1) {
    session.hears((LENGTH_MS - ANSWERS * SAID_MS) / ANSWERS);
    meter = used(meter, liveTurn(gemini.liveModel, session, SAID_MS));
  }
  return { meter, bill };
}

function ownUse(meter: Meter): Meter {
  const talked = { lengthMs: LENGTH_MS, heardMs: ANSWERS * ANSWER_MS, spokenMs: ANSWERS * SAID_MS, turns: 2 * ANSWERS };
  return addPlatform(meter, platformUse({ ...talked, ...RECORDING }));
}

function linesOfPlan(): Meter {
  const text = knownLines(NORTHWIND_PLAN).map((line) => line.text);
  const amount = (text.join('').length / SPEECH_SIGNS) * 1000;
  return used(emptyMeter(), [{ maker: 'openai', model: openai.voiceModel, unit: 'audio-out-ms', amount }]);
}

function used(meter: Meter, all: readonly Usage[]): Meter {
  return all.reduce(addUsage, meter);
}

function tokens(text: string): number {
  return Math.ceil(text.length / TOKEN_SIGNS);
}

function dollars(...meters: Meter[]): number {
  return meters.reduce((sum, { micros }) => sum + micros, 0) / 1_000_000;
}

function defaults() {
  const read = providerSettings((name) => (/^(GEMINI|OPENAI)_API_KEY$/.test(name) ? 'key' : undefined), 'eu');
  if (read.gemini === null || read.openai === null) throw new Error('a key alone does not set a maker up');
  return { gemini: read.gemini, openai: read.openai };
}
