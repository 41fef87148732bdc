/** What to show of the log: from when to when, who, what, and of which record. */
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import type { Asked } from './audit-query.ts';
import { SUBJECTS, subjectWord } from './audit-words.ts';

interface Props {
  asked: Asked;
  people: readonly { id: string; name: string }[];
  onAsk: (asked: Asked) => void;
}

export function AuditFilter({ asked, people, onAsk }: Props) {
  const filtered = Object.values(asked).some((value) => value !== '');
  // Who is asked for by id, and is not of the team (a candidate, the system), stays to be seen.
  const known = asked.actor === '' || people.some(({ id }) => id === asked.actor);
  const others = known ? [] : [{ value: asked.actor, label: asked.actor }];
  return (
    <search class="audit-filter">
      <Field label={t('audit.from', 'From')}>
        {(wiring) => (
          <input
            class="input"
            type="date"
            {...wiring}
            value={asked.from}
            onChange={(event) => onAsk({ ...asked, from: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('audit.to', 'To')}>
        {(wiring) => (
          <input
            class="input"
            type="date"
            {...wiring}
            value={asked.to}
            onChange={(event) => onAsk({ ...asked, to: event.currentTarget.value })}
          />
        )}
      </Field>
      <SelectField
        label={t('audit.who', 'Who')}
        value={asked.actor}
        options={[
          { value: '', label: t('audit.everybody', 'Everybody') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
          ...others,
        ]}
        onChange={(actor) => onAsk({ ...asked, actor })}
      />
      <SelectField
        label={t('audit.what', 'What')}
        value={asked.subject}
        options={[
          { value: '', label: t('audit.everything', 'Everything') },
          ...SUBJECTS.map((value) => ({ value, label: subjectWord(value) })),
        ]}
        onChange={(subject) => onAsk({ ...asked, subject })}
      />
      <Field label={t('audit.object', 'Of one record')}>
        {(wiring) => (
          <input
            class="input"
            dir="ltr"
            placeholder="eu_itv_…"
            {...wiring}
            value={asked.object}
            onChange={(event) => onAsk({ ...asked, object: event.currentTarget.value.trim() })}
          />
        )}
      </Field>
      {filtered ? (
        <Button kind="quiet" onClick={() => onAsk({ from: '', to: '', subject: '', actor: '', object: '' })}>
          {t('audit.clear', 'Show everything')}
        </Button>
      ) : null}
    </search>
  );
}
