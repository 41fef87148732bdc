/** Asks once about reasons that say little; pressing again keeps them as they are. */
import { list } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';

export function ThinReason({ reasons }: { reasons: readonly string[] }) {
  const quoted = reasons.map((reason) => t('thin.quoted', '“{reason}”', { reason: reason.trim() }));
  return (
    <Notice kind="warn" alert>
      <p>
        {t(
          'thin.says-little',
          '{n, plural, one {{reasons} says} other {{reasons} say}} little to whoever reads this later. Write more, or keep it as it is.',
          { n: reasons.length, reasons: list(quoted) },
        )}
      </p>
    </Notice>
  );
}
