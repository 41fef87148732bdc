/** One line of the device check: a mark, a word, and below it what there is to see or to mend. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../../shared/icon.tsx';
import { check, close } from '../../shared/icons.ts';

export type CheckState = 'open' | 'good' | 'bad';

interface Props {
  icon: string;
  name: string;
  state: CheckState;
  word: string;
  children?: ComponentChildren;
}

export function CheckItem({ icon, name, state, word, children }: Props) {
  return (
    <li class="check">
      <span class={`dot ${state}`}>
        <Icon d={state === 'good' ? check : state === 'bad' ? close : icon} />
      </span>
      <h2 class="h3">{name}</h2>
      <p class={`tag ${state}`} role="status">
        {word}
      </p>
      <div class="body">{children}</div>
    </li>
  );
}
