/** The language of these pages; the interview's own language is the plan's. */
import { choose, LOCALES, locale, t } from '../shared/i18n.ts';
import { Icon } from '../shared/icon.tsx';
import { chevronDown } from '../shared/icons.ts';

const ANOTHER = 'another';

/** `another`: who needs a language that is not here is told what can be done. */
export function LanguageChoice({ another }: { another: () => void }) {
  const now = locale();
  const all: string[] = LOCALES.some((one) => one === now) ? [...LOCALES] : [...LOCALES, now];
  return (
    <label class="lang">
      <span class="vh">{t('frame.language', 'Language')}</span>
      <select
        value={now}
        onChange={(event) => {
          const next = event.currentTarget.value;
          if (next === ANOTHER) {
            event.currentTarget.value = now;
            return another();
          }
          choose(next);
          const address = new URL(location.href);
          address.searchParams.delete('lang');
          location.replace(address);
        }}
      >
        {all.map((one) => (
          <option key={one} value={one} lang={one}>
            {new Intl.DisplayNames([one], { type: 'language' }).of(one) ?? one}
          </option>
        ))}
        <option value={ANOTHER}>{t('frame.language.another', 'Another language…')}</option>
      </select>
      <Icon d={chevronDown} small />
    </label>
  );
}
