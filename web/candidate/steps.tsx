/** Which of the four steps before the room this is. */
import { t } from '../shared/i18n.ts';

const COUNT = 4;

export function Steps({ at, name }: { at: 1 | 2 | 3 | 4; name: string }) {
  return (
    <p class="steps">
      <span aria-hidden="true">
        {Array.from({ length: COUNT }, (_, i) => (
          <i key={i} class={i < at ? 'on' : ''} />
        ))}
      </span>
      {t('steps', 'Step {at} of {count}: {name}', { at, count: COUNT, name })}
    </p>
  );
}
