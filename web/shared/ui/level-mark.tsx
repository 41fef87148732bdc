/**
 * A level as a digit on a depth of teal; "not enough evidence" is a hatch without a digit and "not asked" an empty
 * dashed frame, so that neither is ever taken for a low level.
 */
import { number } from '../format.ts';
import { t } from '../i18n.ts';

export type Level = 1 | 2 | 3 | 4 | 5;

export function LevelMark({ level, never = false }: { level: Level | null; never?: boolean }) {
  if (level === null && never) {
    return (
      <span class="mark lx">
        <span class="vh">{t('level.never', 'Not asked')}</span>
      </span>
    );
  }
  if (level === null) {
    return (
      <span class="mark l0">
        <span class="vh">{t('level.none', 'Not enough evidence')}</span>
      </span>
    );
  }
  return (
    <span class={`mark l${level}`}>
      <span class="vh">{t('level.name', 'Level')} </span>
      {number(level)}
    </span>
  );
}
