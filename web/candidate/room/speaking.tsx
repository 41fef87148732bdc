/** The room for who speaks and whose words appear by themselves. */
import type { ComponentProps, RefObject } from 'preact';
import { t } from '../../shared/i18n.ts';
import { Dock } from './dock.tsx';
import { Stage } from './stage.tsx';

type Props = ComponentProps<typeof Stage> &
  Omit<ComponentProps<typeof Dock>, 'view'> & { ring: RefObject<HTMLDivElement | null> };

export function Speaking({ ring, thinkAloud, repeat, type, done, interrupt, ...stage }: Props) {
  return (
    <>
      <main id="main" class="stage" tabindex={-1} ref={ring}>
        <Stage {...stage} />
      </main>
      <section class="dock" aria-label={t('room.dock', 'What you can do')}>
        <Dock view={stage.view} thinkAloud={thinkAloud} repeat={repeat} type={type} done={done} interrupt={interrupt} />
      </section>
    </>
  );
}
