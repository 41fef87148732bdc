/** Plans to begin with where there is no job description yet. Pure. */
import { LIMITS } from '../../limits.ts';
import { shortened } from '../../text-rules.ts';
import { planOf, THEMES } from './draft-rules.ts';
import type { Plan, Question, Section } from './plan-shape.ts';
import { ADMIN } from './templates/admin-rules.ts';
import { CARE } from './templates/care-rules.ts';
import { CLEANING } from './templates/cleaning-rules.ts';
import { DATA } from './templates/data-rules.ts';
import { DESIGN } from './templates/design-rules.ts';
import { DRIVING } from './templates/driving-rules.ts';
import { FINANCIAL_ANALYST } from './templates/financial-analyst-rules.ts';
import { GRADUATE } from './templates/graduate-rules.ts';
import { HOSPITALITY } from './templates/hospitality-rules.ts';
import { HR } from './templates/hr-rules.ts';
import { IT_SUPPORT } from './templates/it-support-rules.ts';
import { KITCHEN } from './templates/kitchen-rules.ts';
import { LEGAL } from './templates/legal-rules.ts';
import { LOGISTICS } from './templates/logistics-rules.ts';
import { MAINTENANCE } from './templates/maintenance-rules.ts';
import { MANUFACTURING } from './templates/manufacturing-rules.ts';
import { MARKETING } from './templates/marketing-rules.ts';
import { PROCUREMENT } from './templates/procurement-rules.ts';
import { PRODUCT } from './templates/product-rules.ts';
import { PROJECT } from './templates/project-rules.ts';
import { SALES_REP } from './templates/sales-rep-rules.ts';
import { SECURITY } from './templates/security-rules.ts';
import { TEACHING } from './templates/teaching-rules.ts';
import {
  type RoleTemplate,
  TEMPLATE_GROUPS,
  TEMPLATE_IDS,
  type TemplateGroup,
  type TemplateId,
  type Topic,
} from './templates/template-shape.ts';
import { THEMED, type ThemedTemplate } from './templates/themed-rules.ts';

const OWN = {
  data: DATA,
  design: DESIGN,
  product: PRODUCT,
  'it-support': IT_SUPPORT,
  'sales-rep': SALES_REP,
  marketing: MARKETING,
  logistics: LOGISTICS,
  driving: DRIVING,
  manufacturing: MANUFACTURING,
  maintenance: MAINTENANCE,
  project: PROJECT,
  care: CARE,
  teaching: TEACHING,
  hospitality: HOSPITALITY,
  kitchen: KITCHEN,
  security: SECURITY,
  cleaning: CLEANING,
  'financial-analyst': FINANCIAL_ANALYST,
  hr: HR,
  admin: ADMIN,
  legal: LEGAL,
  procurement: PROCUREMENT,
  graduate: GRADUATE,
} as const satisfies Record<string, RoleTemplate>;

const MINUTE_MS = 60_000;
const MINUTES = { question: 4, most: 45 };

const TEMPLATES: Readonly<Record<TemplateId, RoleTemplate | ThemedTemplate>> = { ...THEMED, ...OWN };

export interface ListedTemplate {
  id: TemplateId;
  group: TemplateGroup;
  title: string;
  about: string;
  /** What it judges, in a word each. */
  criteria: string[];
  questions: number;
}

/** Group by group, by title within one. */
export function listTemplates(): ListedTemplate[] {
  const all = TEMPLATE_IDS.map((id) => {
    const { group, title, about } = TEMPLATES[id];
    const plan = planFromTemplate(id, title);
    return {
      id,
      group,
      title,
      about,
      criteria: plan.rubric.criteria.map(({ short }) => short),
      questions: plan.sections.reduce((sum, { questions }) => sum + questions.length, 0),
    };
  });
  const place = (group: TemplateGroup) => TEMPLATE_GROUPS.indexOf(group);
  return all.sort((a, b) => place(a.group) - place(b.group) || (a.title < b.title ? -1 : 1));
}

/** A template's plan under the role's own title. */
export function planFromTemplate(id: TemplateId, title: string): Plan {
  const template = TEMPLATES[id];
  if ('topics' in template) return planOfTopics(template, title);
  const chosen = template.themes.flatMap((one) => THEMES.filter((theme) => theme.id === one));
  return planOf(
    title,
    chosen.map((theme) => ({ theme, phrases: [] })),
  );
}

function planOfTopics({ opening, topics }: RoleTemplate, title: string): Plan {
  const hello: Question = {
    id: 'hello',
    text: opening,
    kind: 'scripted',
    followUps: { budget: 0, rules: [] },
    evidenceFor: [],
  };
  const sections = [{ id: 'start', title: 'Getting started', questions: [hello] }, ...topics.map(sectionOf)];
  const questions = sections.reduce((sum, section) => sum + section.questions.length, 0);
  return {
    title: shortened(title, LIMITS.text.title),
    language: 'en',
    limits: {
      totalMs: Math.min(MINUTES.most, questions * MINUTES.question) * MINUTE_MS,
      questionMs: MINUTES.question * MINUTE_MS,
    },
    patience: 'patient',
    sections,
    rubric: {
      criteria: topics.map(({ id, name, short, weight, levels, indicators }) => ({
        id,
        name,
        short,
        weight,
        levels: [...levels],
        indicators: [...indicators],
      })),
    },
  };
}

function sectionOf({ id, section, asks, probe }: Topic): Section {
  const short = { when: 'short', words: 12, say: 'Take me through it slowly, from the beginning.' } as const;
  return {
    id,
    title: section,
    questions: asks.map((text, index) => ({
      id: `${id}-${index + 1}`,
      text,
      kind: index === 0 ? 'adaptive' : 'scripted',
      followUps:
        index === 0
          ? { budget: 2, rules: [short, { when: 'missing', terms: [...probe.terms], say: probe.say }] }
          : { budget: 1, rules: [short] },
      evidenceFor: [id],
    })),
  };
}
