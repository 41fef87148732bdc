/** Five places; the level that holds is filled, a level that a person replaced stays outlined. */
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { LEVELS } from './level.ts';
import type { Criterion } from './report-types.ts';

export function LevelScale({ criterion }: { criterion: Criterion }) {
  const { level, scorerLevel } = criterion;
  const byPerson = isByPerson(criterion);
  return (
    <div class="scale" role="img" aria-label={label(criterion)}>
      {LEVELS.map((one) => {
        const classes = [
          one === level && `l${one}`,
          one === level && byPerson && 'person',
          byPerson && one === scorerLevel && one !== level && 'was',
        ];
        return (
          <span key={one} class={classes.filter(Boolean).join(' ')}>
            {number(one)}
          </span>
        );
      })}
    </div>
  );
}

function isByPerson({ changes, review }: Criterion): boolean {
  return changes.length > 0 || review !== null;
}

function label(criterion: Criterion): string {
  const { level, scorerLevel } = criterion;
  if (level === null) return t('level.none', 'Not enough evidence');
  if (!isByPerson(criterion)) return t('scale.of', 'Level {level} of 5', { level });
  return scorerLevel === null
    ? t('scale.person-alone', 'Level {level} of 5 by a person, not enough evidence for the scorer', { level })
    : t('scale.person', 'Level {level} of 5 by a person, level {before} of 5 by the scorer', {
        level,
        before: scorerLevel,
      });
}
