/** A search over the people of all roles: opened with a key, gone through with the arrows, left with Escape. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { reportPath } from '../paths.ts';
import { stateWord } from '../state-words.ts';
import './search-all.css';

type Found = Answer<'GET /api/recruiter/search'>['people'];

/** A search is sent when the typing rests this long. */
const TYPING_RESTS_MS = 200;

export function SearchAll({ onClose }: { onClose: () => void }) {
  const [typed, type] = useState('');
  const [found, put] = useState<{ of: string; people: Found } | null>(null);
  const search = useAction(async (words: string) => {
    const { people } = await api('GET /api/recruiter/search', { query: { words } });
    put({ of: words, people });
  });
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === '' || search.busy || found?.of === wanted || search.problem !== null) return;
    const timer = setTimeout(() => void search.run(wanted), TYPING_RESTS_MS);
    return () => clearTimeout(timer);
  }, [wanted, search.busy, found, search.problem]);
  const people = wanted === '' ? [] : (found?.people ?? []);
  const list = useRef<HTMLDivElement>(null);
  // Arrows go through the field and the people under it; Enter in the field opens the first.
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, a') ?? [])];
    const at = stops.findIndex((one) => one === document.activeElement);
    if (by !== 0) {
      event.preventDefault();
      stops[Math.min(stops.length - 1, Math.max(0, at + by))]?.focus();
    } else if (event.key === 'Enter' && at === 0 && !event.isComposing) {
      event.preventDefault();
      stops[1]?.click();
    }
  };
  useEffect(() => {
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  });
  return (
    <Dialog title={t('search-all.title', 'Search all candidates')} onClose={onClose} class="search-all">
      <div ref={list}>
        <input
          class="input"
          type="search"
          dir="auto"
          aria-label={t('search-all.words', 'Name, address, role or words of a report')}
          placeholder={t('search-all.words', 'Name, address, role or words of a report')}
          value={typed}
          onInput={(event) => {
            search.clear();
            type(event.currentTarget.value);
          }}
        />
        <p class="small muted" role="status">
          {wanted === ''
            ? t('search-all.hint', 'Over every role that you may see. Arrows choose, Enter opens.')
            : found?.of !== wanted
              ? t('search-all.searching', 'Searching…')
              : t('search-all.count', '{n, plural, =0 {Nobody matches} one {# person} other {# people}}', {
                  n: people.length,
                })}
        </p>
        <ProblemNotice problem={search.problem} />
        <ul aria-label={t('search-all.found', 'People found')}>
          {people.map((one) => (
            <li key={one.id}>
              <a href={reportPath(one.id)} onClick={onClose}>
                <b dir="auto">{one.name}</b>
                <span class="muted" dir="auto">
                  {one.role.title}
                </span>
                <span class="muted">{stateWord(one.state)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
