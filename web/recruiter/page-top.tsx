/** The line over every page: where you are, and what can be done with the whole page. */
import type { ComponentChildren } from 'preact';
import { t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { arrowStart } from '../shared/icons.ts';
import './page-top.css';

interface Props {
  /** The pages above this one, outermost first. */
  path?: readonly { href: string; label: string }[];
  title: string;
  /** False where the page has a heading of its own. */
  heading?: boolean;
  children?: ComponentChildren;
}

export function PageTop({ path = [], title, heading = true, children }: Props) {
  const up = path.at(-1);
  return (
    <header class="top">
      <nav class="crumbs" aria-label={t('top.where', 'Where you are')}>
        {up === undefined ? null : (
          <a class="crumb-up" href={up.href} aria-label={t('top.up', 'Back to {page}', { page: up.label })}>
            <Icon d={arrowStart} turns />
          </a>
        )}
        <ol>
          {path.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
          <li aria-current="page">{heading ? <h1>{title}</h1> : title}</li>
        </ol>
      </nav>
      <div class="top-end">{children}</div>
    </header>
  );
}
