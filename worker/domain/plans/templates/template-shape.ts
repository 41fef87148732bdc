/** What a role template says: what is talked about, and what an answer to it is worth. */
import type { Criterion } from '../plan-shape.ts';

/** In the order in which a person reads them. */
export const TEMPLATE_GROUPS = [
  'technology',
  'customers',
  'operations',
  'care',
  'service',
  'office',
  'starting',
] as const;
export type TemplateGroup = (typeof TEMPLATE_GROUPS)[number];

/** Their names alone, so that a request can be checked without what stands in them. */
export const TEMPLATE_IDS = [
  'support',
  'engineer',
  'sales',
  'operations',
  'nursing',
  'finance',
  'retail',
  'people-lead',
  'first-job',
  'data',
  'design',
  'product',
  'it-support',
  'sales-rep',
  'marketing',
  'logistics',
  'driving',
  'manufacturing',
  'maintenance',
  'project',
  'care',
  'teaching',
  'hospitality',
  'kitchen',
  'security',
  'cleaning',
  'financial-analyst',
  'hr',
  'admin',
  'legal',
  'procurement',
  'graduate',
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** One thing that people are interviewed about for this role: its questions and its criterion. */
export interface Topic {
  id: string;
  name: string;
  short: string;
  section: string;
  weight: number;
  /** The first follows the answer; the others are asked as they stand. */
  asks: readonly [string, ...string[]];
  /** What is asked on when none of `terms` was said. */
  probe: { terms: readonly string[]; say: string };
  levels: Criterion['levels'];
  indicators: readonly string[];
}

export interface RoleTemplate {
  group: TemplateGroup;
  title: string;
  about: string;
  /** A gentle start that is not judged. */
  opening: string;
  topics: readonly Topic[];
}
