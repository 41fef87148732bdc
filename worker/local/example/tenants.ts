/** The two example tenants of a new installation. */
import type { Plan } from '../../domain/plans/plan-shape.ts';
import type { RegionId } from '../../ids.ts';
import { KAVERI_PEOPLE, KAVERI_PLAN, KAVERI_ROLE } from './kaveri.ts';
import { NORTHWIND_PEOPLE } from './northwind-people.ts';
import { NORTHWIND_PLAN, NORTHWIND_ROLE } from './northwind-plan.ts';
import type { ExamplePerson } from './person.ts';

export interface ExampleTenant {
  region: RegionId;
  name: string;
  processing: 'region' | 'anywhere';
  owner: { name: string; email: string };
  role: { title: string; location: string; decisionDays: number; description: string };
  plan: Plan;
  people: ExamplePerson[];
}

export const NORTHWIND: ExampleTenant = {
  region: 'eu',
  name: 'Northwind Logistics',
  processing: 'anywhere',
  owner: { name: 'Ines Carvalho', email: 'ines.carvalho@northwind.example' },
  role: NORTHWIND_ROLE,
  plan: NORTHWIND_PLAN,
  people: NORTHWIND_PEOPLE,
};

export const KAVERI: ExampleTenant = {
  region: 'in',
  name: 'Kaveri Diagnostics',
  processing: 'region',
  owner: { name: 'Ananya Iyer', email: 'ananya.iyer@kaveri.example' },
  role: KAVERI_ROLE,
  plan: KAVERI_PLAN,
  people: KAVERI_PEOPLE,
};
