/** How far the draft is, and who writes it. */
import { list } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { titlesByRules, type Why } from './live-draft.ts';
import type { Drafting } from './use-drafting.ts';
import type { Editing } from './use-plan.ts';

export function DraftingHead({ editing, drafting }: { editing: Editing; drafting: Drafting }) {
  const { state, live } = drafting;
  if (state === 'idle') return <DraftedNote drafting={drafting} />;
  const writing = state === 'writing';
  const titles = writing ? live.titles : editing.content.sections.map(({ title }) => title);
  const done = writing ? live.written.length : drafting.shown;
  return (
    <div class="drafting">
      <div class="drafting-row">
        <p role="status">
          <b>
            {state === 'reading'
              ? t('drafting.reading', 'Reading the text.')
              : t('drafting.section', 'Section {n} of {of}.', {
                  n: Math.min(done + 1, titles.length),
                  of: titles.length,
                })}
          </b>{' '}
          <span class="muted">{writtenBy(drafting)}</span>
        </p>
        {state === 'laying-out' ? (
          <Button onClick={drafting.showAll}>{t('drafting.all', 'Show all')}</Button>
        ) : (
          <Button onClick={drafting.stop}>{t('drafting.stop', 'Stop')}</Button>
        )}
      </div>
      {state === 'reading' ? null : (
        <ol class="stages" aria-label={t('drafting.stages', 'Sections')}>
          {titles.map((title, index) => (
            <li
              key={`${index}-${title}`}
              class={index < done ? 'done' : index === done ? 'now' : undefined}
              aria-current={index === done ? 'step' : undefined}
            >
              {title}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function writtenBy({ state, live }: Drafting): string {
  if (state === 'writing')
    return t('drafting.by-model', 'A model writes; you read it and change what you like before anybody is asked.');
  return state === 'laying-out' ? whyRules(live.why) : t('drafting.wait', 'This can take up to a minute.');
}

/** After a draft: which of it no model wrote. */
function DraftedNote({ drafting: { live } }: { drafting: Drafting }) {
  const titles = titlesByRules(live);
  if (titles.length > 0) {
    return (
      <p class="small drafted-note">
        {t(
          'drafted.some-rules',
          '{n, plural, one {This section was} other {These sections were}} written by rules, since the model wrote nothing usable there: {titles}.',
          { n: titles.length, titles: list(titles) },
        )}
      </p>
    );
  }
  return live.why === 'cap' || live.why === 'failed' ? <p class="small drafted-note">{whyRules(live.why)}</p> : null;
}

function whyRules(why: Why): string {
  switch (why) {
    case 'cap':
      return t('drafting.cap', 'Written by rules: what this month may cost is spent. Change what you like.');
    case 'failed':
      return t('drafting.failed', 'Written by rules: the model could not be reached, or wrote nothing usable.');
    case 'none':
    case null:
      return t('drafting.by', 'Written by rules, without a model. Change what you like.');
  }
}
