/** The fields of a role, the same when it is made and when it is changed. */
import { t } from '../../shared/i18n.ts';
import { TextField } from '../../shared/ui/text-field.tsx';

export interface RoleInput {
  title: string;
  location: string;
  /** Working days, as typed. */
  days: string;
}
export type RoleErrors = Partial<Record<'title' | 'days', string>>;

const DAYS = { least: 1, most: 60 };

export function roleErrors({ title, days }: RoleInput): RoleErrors {
  const n = Number(days);
  return {
    ...(title.trim() === '' ? { title: t('role.title.empty', 'Give the role a title.') } : {}),
    ...(Number.isInteger(n) && n >= DAYS.least && n <= DAYS.most
      ? {}
      : { days: t('role.days.wrong', 'Enter whole days, from {least} to {most}.', DAYS) }),
  };
}

interface Props {
  role: RoleInput;
  errors: RoleErrors;
  onChange: (role: RoleInput) => void;
}

export function RoleFields({ role, errors, onChange }: Props) {
  return (
    <>
      <TextField
        label={t('role.title', 'Title')}
        value={role.title}
        onInput={(title) => onChange({ ...role, title })}
        error={errors.title}
        maxLength={200}
        required
      />
      <TextField
        label={t('role.location', 'Place')}
        hint={t('role.location.hint', 'May stay empty. Candidates see it.')}
        value={role.location}
        onInput={(location) => onChange({ ...role, location })}
        maxLength={200}
      />
      <TextField
        label={t('role.days', 'Decision promised within, in working days')}
        hint={t('role.days.hint', 'Each candidate is told the date; late ones come first on your home page.')}
        value={role.days}
        onInput={(days) => onChange({ ...role, days })}
        error={errors.days}
        inputMode="numeric"
        dir="ltr"
      />
    </>
  );
}
