/** Templates that are put together from the themes by which job descriptions are read. Pure. */
import type { TemplateGroup } from './template-shape.ts';

export interface ThemedTemplate {
  group: TemplateGroup;
  title: string;
  about: string;
  /** Ids of themes, the weightiest first. */
  themes: readonly string[];
}

export const THEMED = {
  support: {
    group: 'customers',
    title: 'Customer support lead',
    about: 'Leads people who answer customers: calm, coaching, priorities, writing, numbers.',
    themes: ['calm', 'coach', 'triage', 'write', 'numbers'],
  },
  engineer: {
    group: 'technology',
    title: 'Software engineer',
    about: 'Builds and mends systems: finding causes, simple design, seeing things through, working with others.',
    themes: ['solve', 'simple', 'own', 'team'],
  },
  sales: {
    group: 'customers',
    title: 'Account manager',
    about: 'Wins and keeps customers: persuading, numbers, calm when it goes wrong, seeing things through.',
    themes: ['persuade', 'numbers', 'calm', 'own'],
  },
  operations: {
    group: 'operations',
    title: 'Shift supervisor',
    about: 'Runs a shift: priorities, safety and quality, coaching, working with others.',
    themes: ['triage', 'quality', 'coach', 'team'],
  },
  nursing: {
    group: 'care',
    title: 'Registered nurse',
    about:
      'Cares for patients: noticing early, safe handover, care with what must be right, priorities, working with others.',
    themes: ['deteriorate', 'handover', 'quality', 'triage', 'team'],
  },
  finance: {
    group: 'office',
    title: 'Accountant',
    about: 'Keeps the books: reconciling, care with what must be right, deciding with numbers, clear writing.',
    themes: ['books', 'quality', 'numbers', 'write'],
  },
  retail: {
    group: 'service',
    title: 'Shop assistant',
    about: 'Serves in a shop: advice, calm when it goes wrong, working with others, learning.',
    themes: ['floor', 'calm', 'team', 'learn'],
  },
  'people-lead': {
    group: 'starting',
    title: 'Team lead',
    about: 'Leads people in any trade: coaching, priorities, seeing things through, clear writing.',
    themes: ['coach', 'triage', 'own', 'write'],
  },
  'first-job': {
    group: 'starting',
    title: 'Trainee',
    about:
      'For people at the beginning: learning, working with others, seeing things through, finding causes. Asks for no past job.',
    themes: ['learn', 'team', 'own', 'solve'],
  },
} as const satisfies Record<string, ThemedTemplate>;
