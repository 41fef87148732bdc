/** A label, a hint, a control and what is wrong with it, tied together for every reader. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icon.tsx';
import { warning } from '../icons.ts';

/** What the control must carry: spread it on the input. */
export interface FieldWiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

interface Props {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** The label is there for a screen reader only. */
  quiet?: boolean;
  class?: string;
  children: (wiring: FieldWiring) => ComponentChildren;
}

/** `<Field label={…} error={…}>{(wiring) => <input class="input" {...wiring} />}</Field>` */
export function Field({ label, hint, error, quiet, class: extra, children }: Props) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div class={extra === undefined ? 'field' : `field ${extra}`}>
      <label for={id} class={quiet ? 'vh' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? 'true' : undefined,
      })}
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          <Icon d={warning} small />
          {error}
        </p>
      ) : null}
    </div>
  );
}
