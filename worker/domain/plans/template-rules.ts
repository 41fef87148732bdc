/** Plans to begin with where there is no job description yet. Pure. */
import { planOf, THEMES } from './draft-rules.ts';
import type { Plan } from './plan-shape.ts';

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
] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

interface Template {
  title: string;
  about: string;
  themes: readonly string[];
}

const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  support: {
    title: 'Customer support lead',
    about: 'Leads people who answer customers: calm, coaching, priorities, writing, numbers.',
    themes: ['calm', 'coach', 'triage', 'write', 'numbers'],
  },
  engineer: {
    title: 'Software engineer',
    about: 'Builds and mends systems: finding causes, simple design, seeing things through, working with others.',
    themes: ['solve', 'simple', 'own', 'team'],
  },
  sales: {
    title: 'Account manager',
    about: 'Wins and keeps customers: persuading, numbers, calm when it goes wrong, seeing things through.',
    themes: ['persuade', 'numbers', 'calm', 'own'],
  },
  operations: {
    title: 'Shift supervisor',
    about: 'Runs a shift: priorities, safety and quality, coaching, working with others.',
    themes: ['triage', 'quality', 'coach', 'team'],
  },
  nursing: {
    title: 'Registered nurse',
    about:
      'Cares for patients: noticing early, safe handover, care with what must be right, priorities, working with others.',
    themes: ['deteriorate', 'handover', 'quality', 'triage', 'team'],
  },
  finance: {
    title: 'Accountant',
    about: 'Keeps the books: reconciling, care with what must be right, deciding with numbers, clear writing.',
    themes: ['books', 'quality', 'numbers', 'write'],
  },
  retail: {
    title: 'Shop assistant',
    about: 'Serves in a shop: advice, calm when it goes wrong, working with others, learning.',
    themes: ['floor', 'calm', 'team', 'learn'],
  },
  'people-lead': {
    title: 'Team lead',
    about: 'Leads people in any trade: coaching, priorities, seeing things through, clear writing.',
    themes: ['coach', 'triage', 'own', 'write'],
  },
  'first-job': {
    title: 'Trainee',
    about: 'For people at the beginning: learning, working with others, seeing things through. Asks for no past job.',
    themes: ['learn', 'team', 'own'],
  },
};

export function listTemplates(): { id: TemplateId; title: string; about: string; criteria: string[] }[] {
  return TEMPLATE_IDS.map((id) => {
    const { title, about, themes } = TEMPLATES[id];
    return { id, title, about, criteria: chosen(themes).map((theme) => theme.short) };
  });
}

/** A template's plan under the role's own title. */
export function planFromTemplate(id: TemplateId, title: string): Plan {
  return planOf(
    title,
    chosen(TEMPLATES[id].themes).map((theme) => ({ theme, phrases: [] })),
  );
}

function chosen(themes: readonly string[]) {
  return themes.flatMap((id) => THEMES.filter((theme) => theme.id === id));
}
