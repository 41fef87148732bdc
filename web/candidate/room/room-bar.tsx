/** The top of the room: whose, which section, how long, and what else can be done. */
import type { ComponentChildren } from 'preact';
import type { View } from '../../../durable-objects/interview/protocol.ts';
import { rich } from '../../shared/rich.tsx';
import { SkipLink } from '../../shared/ui/skip-link.tsx';
import { Brand } from '../frame.tsx';

export function RoomBar({
  tenant,
  view,
  children,
}: {
  tenant: string;
  view: View | null;
  children: ComponentChildren;
}) {
  return (
    <>
      <SkipLink />
      <header class="bar">
        <Brand name={tenant} />
        {view === null ? null : (
          <p class="where">
            <span class="part" aria-hidden="true">
              {Array.from({ length: view.section.count }, (_, i) => (
                <i key={i} class={i + 1 < view.section.number ? 'on' : i + 1 === view.section.number ? 'now' : ''} />
              ))}
            </span>
            <span>
              {rich(
                'room.section',
                'Section <b>{number}</b> of <b>{count}</b>',
                { b: (inner) => <b>{inner}</b> },
                view.section,
              )}
            </span>
            <span class="title">{view.section.title}</span>
          </p>
        )}
        <div class="bar-end">{children}</div>
      </header>
    </>
  );
}
