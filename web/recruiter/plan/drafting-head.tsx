/** How far the draft is, and who wrote it: rules, never a model. */
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { Drafting } from './use-drafting.ts';
import type { Editing } from './use-plan.ts';

export function DraftingHead({ editing, drafting }: { editing: Editing; drafting: Drafting }) {
  const { sections } = editing.content;
  if (drafting.state === 'idle') return null;
  const now = Math.min(drafting.shown + 1, sections.length);
  return (
    <div class="drafting">
      <div class="drafting-row">
        <p role="status">
          <b>
            {drafting.state === 'reading'
              ? t('drafting.reading', 'Reading the text.')
              : t('drafting.section', 'Section {n} of {of}.', { n: now, of: sections.length })}
          </b>{' '}
          <span class="muted">{t('drafting.by', 'Written by rules, without a model. Change what you like.')}</span>
        </p>
        {drafting.state === 'laying-out' ? (
          <Button onClick={drafting.showAll}>{t('drafting.all', 'Show all')}</Button>
        ) : null}
      </div>
      {drafting.state === 'laying-out' ? (
        <ol class="stages" aria-label={t('drafting.stages', 'Sections')}>
          {sections.map((section, index) => (
            <li
              key={section.id}
              class={index < drafting.shown ? 'done' : index === drafting.shown ? 'now' : undefined}
              aria-current={index === drafting.shown ? 'step' : undefined}
            >
              {section.title}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
