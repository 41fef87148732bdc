/** Keys that do something on a page, by their place on the keyboard, so that they hold in every layout. */
import { useEffect, useRef } from 'preact/hooks';

/** `{ KeyJ: next, 'Shift+Slash': help }`. Quiet while a person writes, in a dialog, and with Ctrl, Alt or Meta. */
export function useHotkeys(keys: Readonly<Record<string, (event: KeyboardEvent) => void>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isWriting(event.target) || document.querySelector('dialog[open]') !== null) return;
      const act = latest.current[`${event.shiftKey ? 'Shift+' : ''}${event.code}`];
      if (act === undefined) return;
      event.preventDefault();
      act(event);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(checkbox|radio|button|range)$/.test(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
