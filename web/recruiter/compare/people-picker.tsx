/** Adds people to the comparison: those of the role who have a report. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { plus } from '../../shared/icons.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';
import { stateWord } from '../state-words.ts';

interface Props {
  roleId: string;
  people: readonly string[];
  onChange: (people: readonly string[]) => void;
  main?: boolean;
}

const AT_ONCE = 6;

export function PeoplePicker({ roleId, people, onChange, main }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={main ? 'main' : 'line'} icon={plus} onClick={() => setOpen(true)}>
        {t('compare.add', 'Add a person')}
      </Button>
      {open ? (
        <PickDialog
          roleId={roleId}
          people={people}
          onClose={() => setOpen(false)}
          onDone={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      ) : null}
    </>
  );
}

function PickDialog(props: {
  roleId: string;
  people: readonly string[];
  onClose: () => void;
  onDone: (people: readonly string[]) => void;
}) {
  const { roleId, people, onClose, onDone } = props;
  const [chosen, choose] = useState<readonly string[]>(people);
  const list = useLoad(
    (signal) =>
      api('GET /api/recruiter/roles/:role/pipeline', { params: { role: roleId }, query: { limit: '100' }, signal }),
    [roleId],
  );
  const full = chosen.length >= AT_ONCE;
  return (
    <Dialog
      title={t('compare.pick', 'Who stands side by side?')}
      onClose={onClose}
      actions={
        <Button kind="main" onClick={() => onDone(chosen)}>
          {t('compare.pick.done', '{n, plural, =0 {Compare nobody} other {Compare #}}', { n: chosen.length })}
        </Button>
      }
    >
      <Loaded of={list}>
        {(data) => {
          const judged = data.rows.filter(({ levels }) => levels !== null);
          if (judged.length === 0) return <p>{t('compare.pick.none', 'Nobody of this role has a report yet.')}</p>;
          return (
            <ul class="pick-list">
              {judged.map((row) => {
                const on = chosen.includes(row.id);
                return (
                  <li key={row.id}>
                    <label>
                      <input
                        class="tick"
                        type="checkbox"
                        checked={on}
                        disabled={full && !on}
                        onChange={() => choose(on ? chosen.filter((id) => id !== row.id) : [...chosen, row.id])}
                      />
                      <span dir="auto">{row.name}</span>
                      <span class="small">{stateWord(row.state)}</span>
                    </label>
                  </li>
                );
              })}
            </ul>
          );
        }}
      </Loaded>
      {full ? <p class="small">{t('compare.pick.full', 'Six people fit beside each other.')}</p> : null}
    </Dialog>
  );
}
