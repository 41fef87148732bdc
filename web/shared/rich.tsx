/** A text with elements inside it, so that a translator sees the whole sentence. */
import { type ComponentChildren, Fragment } from 'preact';
import { t } from './i18n.ts';

type Slots = Readonly<Record<string, (inner: ComponentChildren) => ComponentChildren>>;

/** Values may hold "<"; it is hidden from the splitting below and comes back after it. */
const HIDDEN = '\uE000';

/** `rich('x.y', 'Read <link>the policy</link>, {name}.', { link: (inner) => <a href="…">{inner}</a> }, { name })` */
export function rich(
  id: string,
  message: string,
  slots: Slots,
  values: Readonly<Record<string, string | number>> = {},
): ComponentChildren {
  const safe = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('<', HIDDEN) : value,
    ]),
  );
  return place(textOf(id, message, safe), slots);
}

function textOf(...args: Parameters<typeof t>): string {
  const read = t;
  return read(...args);
}

function place(text: string, slots: Slots): ComponentChildren {
  const parts = text.split(/<([\w-]+)>([\s\S]*?)<\/\1>/);
  return parts.map((part, index) => {
    if (index % 3 === 0) return part.replaceAll(HIDDEN, '<');
    if (index % 3 === 1) return null;
    const slot = slots[parts[index - 1] ?? ''];
    const inner = place(part, slots);
    return <Fragment key={index}>{slot === undefined ? inner : slot(inner)}</Fragment>;
  });
}
