import { t } from '../../shared/i18n.ts';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { useMe } from '../me.ts';
import { givable, type MemberRole, roleMeaning, roleWord } from './member-words.ts';

/** The roles that the member who is signed in can give. */
export function RoleChoice({ role, onChange }: { role: MemberRole; onChange: (role: MemberRole) => void }) {
  const me = useMe();
  return (
    <SelectField
      label={t('member.role', 'What they may do')}
      hint={roleMeaning(role)}
      value={role}
      options={givable(me.member.role).map((value) => ({ value, label: roleWord(value) }))}
      onChange={onChange}
    />
  );
}
