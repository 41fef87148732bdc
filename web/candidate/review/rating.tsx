/** How it was, in one of five words; nothing is chosen beforehand. */
import { t } from '../../shared/i18n.ts';

export function Rating({ value, onChange }: { value: number | null; onChange: (value: number) => void }) {
  const words = [
    t('rating.1', 'Bad'),
    t('rating.2', 'Poor'),
    t('rating.3', 'Fair'),
    t('rating.4', 'Good'),
    t('rating.5', 'Great'),
  ];
  return (
    <fieldset class="rate">
      <legend>{t('rating.legend', 'How was this for you?')}</legend>
      <div class="scale">
        {words.map((word, i) => (
          <label key={word}>
            <input
              type="radio"
              name="rating"
              value={i + 1}
              checked={value === i + 1}
              onChange={() => onChange(i + 1)}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
      <p class="data muted">{t('rating.note', 'Optional. It changes nothing about how you are judged.')}</p>
    </fieldset>
  );
}
