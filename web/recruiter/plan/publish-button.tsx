/** Publishes the draft, or leads to what it still needs. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { useAction } from '../../shared/use-action.ts';
import { gapWords, goTo } from './gap-words.ts';
import { PublishDialog } from './publish-dialog.tsx';
import type { Editing } from './use-plan.ts';

interface Props {
  roleId: string;
  editing: Editing;
  onPublished: (version: number) => void;
}

export function PublishButton({ roleId, editing, onPublished }: Props) {
  const [asking, ask] = useState(false);
  const { revision, gaps, version, content } = editing;
  const publish = useAction(async (privateSeen: boolean) => {
    if (!(await editing.flush())) return;
    const seen = editing.seen();
    if (seen === null) return;
    const made = await api('POST /api/recruiter/roles/:role/plan/publish', {
      params: { role: roleId },
      body: { revision: seen, privateSeen },
    });
    ask(false);
    onPublished(made.version);
  });
  const press = async () => {
    await editing.flush();
    ask(true);
  };
  const nothing = revision === null && editing.saving.state === 'saved';
  return (
    <>
      <Button
        kind="main"
        onClick={() => void press()}
        why={nothing ? t('plan.publish.nothing', 'There is no change to publish.') : undefined}
      >
        {t('plan.publish', 'Publish version {n}', { n: version })}
      </Button>
      {asking && gaps.length > 0 ? (
        <Dialog title={t('plan.gaps.title', 'Not complete yet')} onClose={() => ask(false)}>
          <p>{t('plan.gaps.text', 'Your draft is saved. Before anybody can be interviewed by it, it needs this:')}</p>
          <ul class="gap-list">
            {gaps.map((gap) => (
              <li key={gap.pointer + gap.code}>
                <button
                  class="link"
                  type="button"
                  onClick={() => {
                    ask(false);
                    // The dialog gives the focus back first.
                    setTimeout(() => goTo(gap.pointer), 0);
                  }}
                >
                  {gapWords(gap, content)}
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      ) : null}
      {asking && gaps.length === 0 ? (
        <PublishDialog editing={editing} publish={publish} onClose={() => ask(false)} />
      ) : null}
    </>
  );
}
