/**
 * How much of the room can be seen: a phone's keyboard covers the rest. Where the browser makes the page smaller by
 * itself this changes nothing; where it lays the keyboard over the page (Safari) the room shrinks by it.
 */
import { useLayoutEffect } from 'preact/hooks';

/** Less than this leaves room for the question, the field and its button. */
const LOW_PX = 520;

/** Of the room that `inside` stands in. */
export function useSeenHeight(inside: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const seen = window.visualViewport;
    const room = inside.current?.closest<HTMLElement>('.room');
    if (seen === null || room === null || room === undefined) return;
    const shrink = () => {
      // Whoever has zoomed in moves about in the room: it stays as large as it is.
      if (seen.scale > 1.01) return;
      room.style.setProperty('--seen', `${seen.height}px`);
      room.style.setProperty('--seen-from', `${seen.offsetTop}px`);
      room.toggleAttribute('data-low', seen.height < LOW_PX && innerWidth < 640);
    };
    shrink();
    seen.addEventListener('resize', shrink);
    seen.addEventListener('scroll', shrink);
    return () => {
      seen.removeEventListener('resize', shrink);
      seen.removeEventListener('scroll', shrink);
      room.style.removeProperty('--seen');
      room.style.removeProperty('--seen-from');
      room.removeAttribute('data-low');
    };
  }, []);
}
