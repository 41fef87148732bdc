/** What the draft changes in the version that holds now, part by part. */
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';

type Difference = Answer<'GET /api/recruiter/roles/:role/plan/differences'>['differences'][number];

export function DifferencesDialog({ roleId, onClose }: { roleId: string; onClose: () => void }) {
  const found = useLoad(
    (signal) => api('GET /api/recruiter/roles/:role/plan/differences', { params: { role: roleId }, signal }),
    [roleId],
  );
  const title =
    found.state === 'ready' && found.data.from !== null && found.data.to !== null
      ? t('differs.title', 'From version {from} to version {to}', { from: found.data.from, to: found.data.to })
      : t('plan.differs', 'See what differs');
  return (
    <Dialog title={title} onClose={onClose} class="dialog-wide">
      <Loaded of={found}>
        {({ differences }) =>
          differences.length === 0 ? (
            <p class="muted">{t('differs.none', 'Nothing differs.')}</p>
          ) : (
            <ol class="differences">
              {differences.map((one, index) => (
                <li key={index}>
                  <p>
                    <span class={`tag ${TONE[one.how]}`}>{howWord(one)}</span> <b dir="auto">{one.name}</b>
                  </p>
                  {one.before === null || one.how === 'added' ? null : (
                    <blockquote class="was" dir="auto">
                      {one.before}
                    </blockquote>
                  )}
                  {one.after === null ? null : <blockquote dir="auto">{one.after}</blockquote>}
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Dialog>
  );
}

const TONE: Record<Difference['how'], string> = { added: 'good', removed: 'bad', changed: 'warn' };

function howWord({ what, how }: Difference): string {
  switch (how) {
    case 'added':
      return t('differs.added', '{what}: new', { what: whatWord(what) });
    case 'removed':
      return t('differs.removed', '{what}: gone', { what: whatWord(what) });
    case 'changed':
      return t('differs.changed', '{what}: changed', { what: whatWord(what) });
  }
}

function whatWord(what: Difference['what']): string {
  switch (what) {
    case 'settings':
      return t('differs.settings', 'Limits and language');
    case 'section':
      return t('differs.section', 'Section');
    case 'question':
      return t('differs.question', 'Question');
    case 'criterion':
      return t('differs.criterion', 'Criterion');
    case 'order':
      return t('differs.order', 'Order');
  }
}
