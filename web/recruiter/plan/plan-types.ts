/** The plan as the editor holds it: the route's own shape. */
import type { Answer } from '../../shared/api.ts';

export type PlanAnswer = Answer<'GET /api/recruiter/roles/:role/plan'>;
export type Plan = NonNullable<PlanAnswer['draft']>['content'];
export type Section = Plan['sections'][number];
export type Question = Section['questions'][number];
export type Rule = Question['followUps']['rules'][number];
export type Criterion = Plan['rubric']['criteria'][number];
export type Gap = NonNullable<PlanAnswer['draft']>['gaps'][number];
export type PrivateQuestion = NonNullable<PlanAnswer['draft']>['privateQuestions'][number];
export type TemplateId = Answer<'GET /api/recruiter/plan-templates'>['templates'][number]['id'];
