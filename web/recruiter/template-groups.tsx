/** Role templates, group by group, found by a word of their title or of what they are about. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Answer } from '../shared/api.ts';
import { t } from '../shared/i18n.ts';
import { TextField } from '../shared/ui/text-field.tsx';
import './templates.css';

export type Template = Answer<'GET /api/recruiter/plan-templates'>['templates'][number];

interface Props {
  templates: readonly Template[];
  /** One of them as it is to be chosen. */
  children: (template: Template) => ComponentChildren;
}

export function TemplateGroups({ templates, children }: Props) {
  const [wanted, search] = useState('');
  const found = templatesWith(templates, wanted);
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <div class="template-groups">
      <TextField
        label={t('templates.search', 'Search the {n, plural, one {# template} other {# templates}}', {
          n: templates.length,
        })}
        inputMode="search"
        value={wanted}
        onInput={search}
        placeholder={t('templates.search.example', 'nurse, driver, numbers…')}
      />
      <p class="vh" role="status">
        {wanted === ''
          ? ''
          : t('templates.found', '{n, plural, =0 {No template} one {# template} other {# templates}} found', {
              n: found.length,
            })}
      </p>
      {found.length === 0 ? (
        <p class="muted">
          {t(
            'templates.none',
            'No template has this word. Any of them can be changed to fit, or begin with an empty plan.',
          )}
        </p>
      ) : null}
      {groups.map((group) => (
        <section key={group} aria-label={groupName(group)}>
          <h4>{groupName(group)}</h4>
          <ul>
            {found
              .filter((one) => one.group === group)
              .map((one) => (
                <li key={one.id}>{children(one)}</li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Those that have every word of what is looked for, at the beginning of one of theirs. */
export function templatesWith(templates: readonly Template[], wanted: string): Template[] {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((one) => {
    const said = [one.title, one.about, groupName(one.group), ...one.criteria].join(' ').toLocaleLowerCase();
    const own = said.split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
}

function groupName(group: Template['group']): string {
  switch (group) {
    case 'technology':
      return t('templates.technology', 'Technology and product');
    case 'customers':
      return t('templates.customers', 'Customers and sales');
    case 'operations':
      return t('templates.operations', 'Operations and transport');
    case 'care':
      return t('templates.care', 'Care and teaching');
    case 'service':
      return t('templates.service', 'Shops, guests and buildings');
    case 'office':
      return t('templates.office', 'Office and finance');
    case 'starting':
      return t('templates.starting', 'Starting out and leading');
  }
}
