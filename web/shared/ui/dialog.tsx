/** A question over the page: the native dialog, so that focus stays in it, Escape closes it and focus comes back. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import { close } from '../icons.ts';
import { Button } from './button.tsx';

interface Props {
  title: string;
  onClose: () => void;
  /** The buttons at the end, the main one last. */
  actions?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

/** Render it while it should be open; it opens when it appears. */
export function Dialog({ title, onClose, actions, class: extra, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const gone = useRef(false);
  useLayoutEffect(() => {
    const dialog = ref.current;
    gone.current = false;
    dialog?.showModal();
    // Where there is something to fill in, one begins there and not at the button that closes.
    dialog?.querySelector<HTMLElement>('.input, .tick, .switch')?.focus();
    return () => {
      gone.current = true;
      // Closing before it is taken away lets the browser give the focus back to where it was.
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={extra === undefined ? 'dialog' : `dialog ${extra}`}
      aria-labelledby={id}
      // A browser may close it past `cancel`, on a second Escape.
      onClose={() => {
        if (!gone.current) onClose();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-in">
        <div class="dialog-head">
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" square icon={close} onClick={onClose}>
            {t('dialog.close', 'Close')}
          </Button>
        </div>
        {children}
        {actions === undefined ? null : <div class="dialog-act">{actions}</div>}
      </div>
    </dialog>
  );
}
