/** The keys of the page: the most used at the foot, all of them in a dialog. */
import { t } from '../../shared/i18n.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { LevelMark } from '../../shared/ui/level-mark.tsx';
import { LEVELS } from '../report/level.ts';

export function KeysFoot({ onAll }: { onAll: () => void }) {
  return (
    <footer class="keys">
      <Key keys={['J', 'K']} what={t('keys.move', 'move')} />
      <Key keys={['X']} what={t('keys.select', 'select')} />
      <Key keys={['E']} what={t('keys.decide', 'decide')} />
      <Key keys={[t('keys.enter', 'Enter')]} what={t('keys.open', 'open report')} />
      <Key keys={['/']} what={t('keys.search', 'search')} />
      <button class="all-keys" type="button" onClick={onAll}>
        <kbd>?</kbd> {t('keys.all', 'all keys')}
      </button>
      <p class="legend">
        {t('keys.level', 'Level')}
        <span class="run" aria-hidden="true">
          {LEVELS.map((level) => (
            <LevelMark key={level} level={level} />
          ))}
        </span>
        <span class="mark l0" aria-hidden="true" />
        {t('keys.no-evidence', 'not enough evidence')}
      </p>
    </footer>
  );
}

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={t('keys.title', 'Keys on this page')} onClose={onClose}>
      <ul class="keys-list">
        <li>
          <Key keys={['J', '↓']} what={t('keys.down', 'next person')} />
        </li>
        <li>
          <Key keys={['K', '↑']} what={t('keys.up', 'previous person')} />
        </li>
        <li>
          <Key keys={['X']} what={t('keys.toggle', 'select or leave out')} />
        </li>
        <li>
          <Key keys={[t('keys.enter', 'Enter'), 'O']} what={t('keys.open', 'open report')} />
        </li>
        <li>
          <Key keys={['E']} what={t('keys.to-decision', 'go to the decision')} />
        </li>
        <li>
          <Key keys={['C']} what={t('keys.compare', 'compare those selected')} />
        </li>
        <li>
          <Key keys={['/']} what={t('keys.search', 'search')} />
        </li>
      </ul>
    </Dialog>
  );
}

function Key({ keys, what }: { keys: readonly string[]; what: string }) {
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}{' '}
      {what}
    </span>
  );
}
