/** On or off, at once. The label stands beside it: `<label for={id}>`, or `labelledBy`. */
interface Props {
  id?: string;
  on: boolean;
  onChange: (on: boolean) => void;
  /** Shown but not changeable; say why beside it. */
  fixed?: boolean;
  labelledBy?: string;
  describedBy?: string;
}

export function Switch({ id, on, onChange, fixed, labelledBy, describedBy }: Props) {
  return (
    <input
      id={id}
      class="switch"
      type="checkbox"
      // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
      role="switch"
      checked={on}
      disabled={fixed}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
