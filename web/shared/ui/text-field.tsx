/** A field with one line of text, or several. */
import type { ComponentChildren } from 'preact';
import { asciiDigits } from '../../../worker/text-rules.ts';
import { Field } from './field.tsx';

interface Props {
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
  quiet?: boolean;
  value: string;
  onInput: (value: string) => void;
  /** Several lines. */
  long?: boolean;
  /** Which keyboard a phone shows. */
  inputMode?: 'email' | 'search' | 'numeric' | 'url';
  name?: string;
  placeholder?: string;
  autocomplete?: AutoFill;
  maxLength?: number;
  rows?: number;
  required?: boolean;
  dir?: 'auto' | 'ltr';
}

export function TextField({ label, hint, error, quiet, value, onInput, long, rows, ...input }: Props) {
  const field = { label, hint, error, ...(quiet === undefined ? {} : { quiet }) };
  return (
    <Field {...field}>
      {(wiring) =>
        long ? (
          <textarea
            class="input"
            {...wiring}
            dir="auto"
            rows={rows}
            name={input.name}
            placeholder={input.placeholder}
            maxLength={input.maxLength}
            required={input.required}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        ) : (
          <input
            class="input"
            {...wiring}
            dir={input.dir ?? 'auto'}
            type="text"
            inputMode={input.inputMode}
            name={input.name}
            placeholder={input.placeholder}
            autocomplete={input.autocomplete}
            maxLength={input.maxLength}
            required={input.required}
            value={value}
            onInput={(event) => onInput(typedIn(event.currentTarget.value, input.inputMode))}
          />
        )
      }
    </Field>
  );
}

/** Digits of any script are digits where a number or a code is asked for. */
function typedIn(value: string, mode: Props['inputMode']): string {
  return mode === 'numeric' ? asciiDigits(value) : value;
}
