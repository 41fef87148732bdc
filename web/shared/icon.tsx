/** A drawing beside words; it says nothing by itself, so it is hidden from a screen reader. */
interface Props {
  /** A path of icons.ts. */
  d: string;
  /** 16 px instead of the area's size. */
  small?: boolean;
  solid?: boolean;
  bold?: boolean;
  dashed?: boolean;
  /** Mirrored where text runs right to left: arrows, not clocks or players. */
  turns?: boolean;
  class?: string;
}

export function Icon({ d, small, solid, bold, dashed, turns, class: extra }: Props) {
  const classes = [
    'icon',
    small && 'icon-s',
    solid && 'icon-solid',
    bold && 'icon-bold',
    dashed && 'icon-dashed',
    turns && 'icon-turns',
    extra,
  ];
  return (
    <svg class={classes.filter(Boolean).join(' ')} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={d} />
    </svg>
  );
}
