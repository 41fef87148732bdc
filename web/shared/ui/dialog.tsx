/** A question over the page: the native dialog, so that focus stays in it, Escape closes it and focus comes back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
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
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class={extra === undefined ? 'dialog' : `dialog ${extra}`}
      aria-labelledby={id}
      onClose={onClose}
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
