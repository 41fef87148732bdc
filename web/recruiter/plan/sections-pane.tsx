/** Sections and questions, in the order in which they are asked. */
import { t } from '../../shared/i18n.ts';
import { plus, question as questionIcon } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Empty } from '../../shared/ui/states.tsx';
import { DraftingHead } from './drafting-head.tsx';
import { LiveSections } from './live-sections.tsx';
import { addSection } from './plan-edits.ts';
import { PlanLimits } from './plan-limits.tsx';
import { SectionBlock } from './section-block.tsx';
import type { Drafting } from './use-drafting.ts';
import type { Editing } from './use-plan.ts';

const SECTIONS_MOST = 12;

interface Props {
  editing: Editing;
  drafting: Drafting;
  onCriterion: (id: string) => void;
}

export function SectionsPane({ editing, drafting, onCriterion }: Props) {
  const { content, change } = editing;
  const writing = drafting.state === 'writing';
  // A change in between would stand against the draft when it comes.
  const busy = writing || drafting.state === 'reading';
  return (
    <section class="draft" aria-labelledby="plan-h">
      <header class="pane-head">
        <h2 id="plan-h">{t('sections.title', 'Questions, version {n}', { n: editing.version })}</h2>
        <Button
          kind="quiet"
          onClick={editing.undo}
          why={
            busy
              ? t('sections.undo.busy', 'A draft is being written.')
              : editing.canUndo
                ? undefined
                : t('sections.undo.none', 'There is nothing to undo.')
          }
        >
          {t('sections.undo', 'Undo')}
        </Button>
      </header>
      <DraftingHead editing={editing} drafting={drafting} />
      <fieldset class="plan-fields" disabled={busy} aria-label={t('sections.all', 'Sections')}>
        <div class="sections">
          {writing ? (
            <LiveSections live={drafting.live} />
          ) : content.sections.length === 0 ? (
            <Empty icon={questionIcon} title={t('sections.none', 'No questions yet')}>
              <p class="muted">
                {t(
                  'sections.none.text',
                  'Paste a job description, start from a template, or write the first section yourself.',
                )}
              </p>
            </Empty>
          ) : (
            <>
              <PlanLimits editing={editing} />
              <MadeBy madeBy={editing.madeBy} />
            </>
          )}
          {(writing ? [] : content.sections.slice(0, drafting.shown)).map((section, index) => (
            <SectionBlock
              key={section.id}
              section={section}
              index={index}
              last={index === content.sections.length - 1}
              editing={editing}
              onCriterion={onCriterion}
            />
          ))}
          {busy ? null : (
            <div>
              <Button
                icon={plus}
                onClick={() => change(addSection)}
                why={
                  content.sections.length >= SECTIONS_MOST
                    ? t('sections.full', 'A plan has at most {n} sections.', { n: SECTIONS_MOST })
                    : undefined
                }
              >
                {t('sections.add', 'Add a section')}
              </Button>
            </div>
          )}
        </div>
      </fieldset>
    </section>
  );
}

/** Who wrote the draft first; it may have been changed by hand since. */
function MadeBy({ madeBy }: { madeBy: Editing['madeBy'] }) {
  switch (madeBy) {
    case 'rules':
      return (
        <p class="small drafted-by">
          {t('sections.by-rules', 'First drafted from the job description by rules, without a model.')}
        </p>
      );
    case 'model':
      return (
        <p class="small drafted-by">
          {t('sections.by-model', 'First drafted from the job description by a model. Read it before you publish it.')}
        </p>
      );
    case 'template':
      return <p class="small drafted-by">{t('sections.by-template', 'First made from a template.')}</p>;
    case 'hand':
    case null:
      return null;
  }
}
