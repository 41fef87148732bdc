/** Something to know, beside what it is about. Changes of state are told through `announce`, not here. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon.tsx';
import { check, info, warning } from '../icons.ts';

interface Props {
  kind?: 'plain' | 'good' | 'warn' | 'bad';
  /** For a problem that has just come up: read out at once. */
  alert?: boolean;
  children: ComponentChildren;
}

const DRAWN = { plain: info, good: check, warn: warning, bad: warning } as const;

export function Notice({ kind = 'plain', alert, children }: Props) {
  return (
    <div class={`notice notice-${kind}`} role={alert ? 'alert' : undefined}>
      <Icon d={DRAWN[kind]} />
      <div>{children}</div>
    </div>
  );
}
