/** A few actions behind one button. Closes on Escape, on a click outside and after a choice. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** What the button shows; needs words, hidden ones if it is only a drawing. */
  label: ComponentChildren;
  buttonClass?: string;
  /** The box opens from the start edge of the button, not the end edge. */
  fromStart?: boolean;
  /** Links and buttons. */
  children: ComponentChildren;
}

export function Menu({ label, buttonClass = 'btn btn-line', fromStart, children }: Props) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      const menu = ref.current;
      if (menu?.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, []);
  const shut = () => {
    if (ref.current !== null) ref.current.open = false;
  };
  return (
    <details
      ref={ref}
      class={fromStart ? 'menu menu-start' : 'menu'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !ref.current?.open) return;
        event.stopPropagation();
        shut();
        ref.current.querySelector('summary')?.focus();
      }}
    >
      <summary class={buttonClass}>{label}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: closes after a choice, which the links and buttons inside make reachable */}
      <div class="menu-box" onClick={shut}>
        {children}
      </div>
    </details>
  );
}
