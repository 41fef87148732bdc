/** Nobody is judged by their face, voice, mood or age: nothing of ours has a place to write it down, or asks for it. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import type * as v from 'valibot';
import { expect, test } from 'vitest';
import { liveInstructions, thinkInstructions } from '../../durable-objects/interview/voice/interviewer-rules.ts';
import { candidateRoutes } from '../../worker/audiences/candidate/routes.ts';
import { hookRoutes } from '../../worker/audiences/hooks/routes.ts';
import { openApi } from '../../worker/audiences/open-api.ts';
import { operatorRoutes } from '../../worker/audiences/operator/routes.ts';
import { recruiterRoutes } from '../../worker/audiences/recruiter/routes.ts';
import { visitorRoutes } from '../../worker/audiences/visitor/routes.ts';
import { QUESTION_IDS } from '../../worker/domain/fairness/questions-rules.ts';
import { TRAITS } from '../../worker/domain/plans/private-rules.ts';
import { listTemplates, planFromTemplate } from '../../worker/domain/plans/template-rules.ts';
import { judgeInstructions } from '../../worker/domain/scoring/judge-prompt-rules.ts';
import { VERDICT_JSON_SCHEMA } from '../../worker/domain/scoring/verdict-shape.ts';
import * as tables from '../../worker/domain/tables.ts';
import * as tablesBeside from '../../worker/domain/tables-beside.ts';
import { refusedIn } from '../support/refused-words.ts';

/** Every file that says what goes over a line, into a row or out of a model. */
const SHAPES = import.meta.glob<Record<string, unknown>>(
  [
    '../../worker/**/*-shape.ts',
    '../../worker/**/*-rules.ts',
    '../../durable-objects/**/protocol*.ts',
    '../../durable-objects/**/*-rules.ts',
  ],
  { eager: true },
);

/** The same words with another meaning: of an account, of an address on the web. */
const OTHERWISE = new Set(['disabledAt', 'disabled_at', 'foreign_origin']);

const NOWHERE = { origin: 'https://interloop.example', memberCookie: 'member', candidateCookie: 'candidate' };

interface Named {
  where: string;
  name: string;
}

function bad(names: readonly Named[]): string[] {
  return [
    ...new Set(
      names
        .filter(({ name }) => !OTHERWISE.has(name))
        .flatMap(({ where, name }) => refusedIn(name).map((word) => `${where}: ${name} (${word})`)),
    ),
  ];
}

/** The names of a JSON Schema: of its fields, and of the values that a field may have. */
function namesIn(schema: unknown, where: string): Named[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => namesIn(one, where));
  if (typeof schema !== 'object' || schema === null || isApart(schema)) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const own: Named[] =
      key === 'properties' && typeof value === 'object' && value !== null
        ? Object.keys(value).map((name) => ({ where, name }))
        : key === 'enum' && Array.isArray(value) && !isRefusal(value) && !isQuestion(value)
          ? value.filter((one) => typeof one === 'string').map((name) => ({ where, name }))
          : (key === 'const' || key === 'name') && typeof value === 'string'
            ? [{ where, name: value }]
            : [];
    return [...own, ...namesIn(value, where)];
  });
}

/** What a plan's question must not ask about is told to its author, trait by trait: of a question, of nobody. */
function isRefusal(values: readonly unknown[]): boolean {
  return values.length === TRAITS.length && TRAITS.every((trait) => values.includes(trait));
}

/**
 * The one exception: what a candidate may say about themselves after sending in, so that unfairness can be counted.
 * It is stored apart from every interview, and the test below says who may send it and who may see it.
 */
function isApart(schema: object): boolean {
  const fields = 'properties' in schema && typeof schema.properties === 'object' ? schema.properties : null;
  return fields !== null && Object.keys(fields).join() === QUESTION_IDS.join();
}

/** The fairness page names its questions, of a crowd. */
function isQuestion(values: readonly unknown[]): boolean {
  return values.join() === QUESTION_IDS.join();
}

function isSchema(value: unknown): value is v.GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

const shapes = Object.entries(SHAPES).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => isSchema(value))
    .map(([name, value]) => ({ where: `${file} ${name}`, schema: value })),
);

test('no table has a column for it', () => {
  const all = Object.values({ ...tables, ...tablesBeside }).filter((one) => is(one, PgTable));
  expect(all.length).toBeGreaterThan(20);
  const names = all.flatMap((table) => [
    { where: 'a table', name: getTableName(table) },
    ...Object.entries(getTableColumns(table)).flatMap(([key, column]) =>
      [key, column.name].map((name) => ({ where: getTableName(table), name })),
    ),
  ]);
  expect(bad(names)).toEqual([]);
});

test('no shape has a field or a value for it', () => {
  const wanted = ['cardSchema', 'verdictSchema', 'planSchema', 'serverMessageSchema', 'clientMessageSchema'];
  for (const name of wanted) expect(shapes.some(({ where }) => where.endsWith(` ${name}`))).toBe(true);
  const names = shapes.flatMap(({ where, schema }) =>
    isSchema(schema) ? namesIn(toJsonSchema(schema, { errorMode: 'ignore' }), where) : [],
  );
  expect(names.length).toBeGreaterThan(100);
  expect(bad(names)).toEqual([]);
  expect(bad(namesIn(VERDICT_JSON_SCHEMA, 'what a model answers'))).toEqual([]);
});

test('no request and no answer of the API has a field for it', () => {
  const document = openApi(
    {
      ...visitorRoutes,
      ...candidateRoutes,
      ...recruiterRoutes,
      ...operatorRoutes,
      ...hookRoutes,
    },
    NOWHERE,
  );
  const names = [
    ...namesIn(document, 'the API'),
    ...Object.keys(document.paths ?? {}).map((name) => ({ where: 'a path', name })),
  ];
  expect(names.length).toBeGreaterThan(200);
  expect(bad(names)).toEqual([]);
});

test('what candidates say about themselves goes to their own page and back, and nowhere else', () => {
  const document = openApi({ ...visitorRoutes, ...candidateRoutes, ...recruiterRoutes, ...operatorRoutes }, NOWHERE);
  const holds = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && (isApart(value) || Object.values(value).some(holds));
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).flatMap(([method, operation]) => (holds(operation) ? [`${method} ${path}`] : [])),
  );
  expect(paths.sort()).toEqual(['get /api/candidate/data', 'put /api/candidate/about-you']);
});

test('nothing that judges knows of it', () => {
  const sources = import.meta.glob<string>(
    [
      '../../worker/domain/scoring/*.ts',
      '../../worker/domain/reports/*.ts',
      '../../worker/domain/pipeline/*.ts',
      '../../worker/domain/interviews/*.ts',
      '../../worker/domain/plans/**/*.ts',
      '../../durable-objects/interview/**/*.ts',
    ],
    { eager: true, query: '?raw', import: 'default' },
  );
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  const knowing = Object.entries(sources).filter(([, text]) => /demographics|domain\/fairness|\/fairness\//.test(text));
  expect(knowing.map(([file]) => file)).toEqual([]);
});

/** These sentences may name it, since they forbid it. */
const FORBIDS = /\b(?:never|not|do not|nothing|no evidence)\b/i;

test('what models are told asks for none of it', () => {
  const told = listTemplates().flatMap(({ id, title }) => {
    const plan = planFromTemplate(id, title);
    const questions = plan.sections.flatMap((section) => section.questions);
    return [
      ...plan.rubric.criteria.map((one) =>
        judgeInstructions({ ...one, name: 'X', levels: ['', '', '', '', ''] }, 'en'),
      ),
      ...questions
        .map((one) => ({ ...one, text: 'X', followUps: { ...one.followUps, rules: [] } }))
        .flatMap((one) => [thinkInstructions(one, 'en'), liveInstructions(one, 'en')]),
    ];
  });
  const sentences = [...new Set(told.flatMap((text) => text.split(/(?<=[.!?])\s+|\n/)))];
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((one) => refusedIn(one).length > 0 && !FORBIDS.test(one))).toEqual([]);
  // The list is not blind: the prompts do forbid some of it.
  expect(sentences.some((one) => refusedIn(one).length > 0)).toBe(true);
});

test('a field of that kind would be found', () => {
  for (const name of [
    'faceScore',
    'voice_accent',
    'toneOfVoice',
    'candidate-age',
    'speakingPace',
    'emotion',
    'dateOfBirth',
  ])
    expect(refusedIn(name)).not.toEqual([]);
  for (const name of ['page', 'surface', 'stage', 'average', 'language', 'message', 'usage', 'agedOutAt'.slice(4)])
    expect(refusedIn(name)).toEqual([]);
});
