/** A field that chooses one of a few. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import { chevronDown } from '../icons.ts';
import { Field } from './field.tsx';

interface Props<T extends string> {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  quiet?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

export function SelectField<T extends string>({ value, options, onChange, ...field }: Props<T>) {
  const change = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Field {...field}>
      {(wiring) => (
        <span class="select">
          <select class="input" {...wiring} value={value} onChange={(event) => change(event.currentTarget.value)}>
            {options.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
          <Icon d={chevronDown} />
        </span>
      )}
    </Field>
  );
}
