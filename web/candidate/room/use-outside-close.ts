import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** An open `<details>` closes on Escape and on a click outside; returns how to close it after a choice. */
export function useOutsideClose(ref: RefObject<HTMLDetailsElement | null>): () => void {
  const shut = () => {
    if (ref.current !== null) ref.current.open = false;
  };
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) shut();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !ref.current?.open) return;
      shut();
      ref.current.querySelector('summary')?.focus();
    };
    addEventListener('pointerdown', outside);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('keydown', onKey);
    };
  }, []);
  return shut;
}
