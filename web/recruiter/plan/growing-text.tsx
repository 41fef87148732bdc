/** A text field without a frame that grows with what is written in it. */
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  class: string;
  label: string;
  at: string;
  value: string;
  maxLength: number;
  placeholder?: string;
  describedBy?: string | undefined;
  onInput: (text: string) => void;
}

export function GrowingText({ class: classes, label, at, value, maxLength, placeholder, describedBy, onInput }: Props) {
  const ref = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = ref.current;
    if (field === null || CSS.supports('field-sizing', 'content')) return;
    field.style.blockSize = 'auto';
    field.style.blockSize = `${field.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      ref={ref}
      class={classes}
      rows={1}
      dir="auto"
      aria-label={label}
      aria-describedby={describedBy}
      data-at={at}
      maxLength={maxLength}
      placeholder={placeholder}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value.replaceAll('\n', ' '))}
    />
  );
}
