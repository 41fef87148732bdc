/** Search and the chips that filter; the counts are the role's, whatever is searched. */
import type { RefObject } from 'preact';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { search as searchIcon } from '../../shared/icons.ts';
import { GROUPS, type Group, type Page, type Show } from './pipeline-types.ts';

interface Props {
  counts: Page['counts'] | null;
  show: Show;
  onShow: (show: Show) => void;
  typed: string;
  onType: (text: string) => void;
  input: RefObject<HTMLInputElement | null>;
}

export function Toolbar({ counts, show, onShow, typed, onType, input }: Props) {
  const total = counts === null ? null : GROUPS.reduce((sum, group) => sum + counts[group], 0);
  return (
    <search class="toolbar">
      <div class="search">
        <Icon d={searchIcon} />
        <input
          ref={input}
          class="input"
          type="search"
          placeholder={t('pipeline.search', 'Search this role')}
          aria-label={t('pipeline.search', 'Search this role')}
          aria-keyshortcuts="/"
          value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would break the line of chips */}
      <div class="chips" role="group" aria-label={t('pipeline.show', 'Show')}>
        <Chip on={show === 'all'} onPress={() => onShow('all')} label={t('group.all', 'All')} count={total} />
        {GROUPS.map((group) => (
          <Chip
            key={group}
            on={show === group}
            onPress={() => onShow(group)}
            label={groupWord(group)}
            count={counts?.[group] ?? null}
          />
        ))}
      </div>
    </search>
  );
}

function Chip(props: { on: boolean; onPress: () => void; label: string; count: number | null }) {
  return (
    <button class="chip" type="button" aria-pressed={props.on} onClick={props.onPress}>
      {props.label}
      {props.count === null ? null : <b>{number(props.count)}</b>}
    </button>
  );
}

function groupWord(group: Group): string {
  switch (group) {
    case 'to-decide':
      return t('group.to-decide', 'To decide');
    case 'on-hold':
      return t('group.on-hold', 'On hold');
    case 'in-progress':
      return t('group.in-progress', 'In progress');
    case 'invited':
      return t('group.invited', 'Invited');
    case 'next-round':
      return t('group.next-round', 'Next round');
    case 'closed':
      return t('group.closed', 'Closed');
  }
}
