/** What of the recording nobody can play, told to the one who spoke. */
import { position } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import type { OwnInterview } from '../link.ts';

export function Unsealed({ own }: { own: OwnInterview }) {
  if (own.unsealedMs === 0) return null;
  return (
    <Notice kind="warn">
      <p>
        {t(
          'unsealed.own',
          '{length} of your recording came in a form that could not be put into one file. It is kept as it came, and {tenant} cannot play it. What was written down of your words is not touched by that.',
          { length: position(own.unsealedMs), tenant: own.tenant },
        )}
      </p>
    </Notice>
  );
}
