/** A button or, with `href`, a link that looks like one. One `main` per screen. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';

interface Props {
  kind?: 'main' | 'line' | 'quiet' | 'text' | 'bad';
  icon?: string;
  small?: boolean;
  wide?: boolean;
  /** Only a drawing is shown; `children` is then its name for a screen reader and its tooltip. */
  square?: boolean;
  href?: string;
  type?: 'button' | 'submit';
  busy?: boolean;
  /** Why it can't be pressed now; it stays reachable and says so. */
  why?: string | undefined;
  id?: string;
  class?: string;
  onClick?: (event: MouseEvent) => void;
  children: ComponentChildren;
}

export function Button({ kind = 'line', icon, small, wide, square, href, busy, why, children, ...rest }: Props) {
  const classes = ['btn', `btn-${kind}`, small && 'btn-small', wide && 'btn-wide', square && 'btn-square', rest.class];
  const inner = (
    <>
      {icon === undefined ? null : <Icon d={icon} solid={false} />}
      {square ? <span class="vh">{children}</span> : children}
    </>
  );
  const shared = {
    id: rest.id,
    class: classes.filter(Boolean).join(' '),
    title: why ?? (square && typeof children === 'string' ? children : undefined),
  };
  if (href !== undefined) {
    return (
      <a {...shared} href={href} onClick={rest.onClick}>
        {inner}
      </a>
    );
  }
  const press = (event: MouseEvent) => {
    if (busy || why !== undefined) return event.preventDefault();
    rest.onClick?.(event);
  };
  return (
    <button
      {...shared}
      type={rest.type ?? 'button'}
      aria-busy={busy ? 'true' : undefined}
      aria-disabled={why === undefined ? undefined : 'true'}
      onClick={press}
    >
      {inner}
      {why === undefined ? null : <span class="vh">{why}</span>}
    </button>
  );
}
