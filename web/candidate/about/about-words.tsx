/** What the questions are for, and who never sees the answers: the same words wherever they are asked. */
import { t } from '../../shared/i18n.ts';

export function AboutWords({ tenant }: { tenant: string }) {
  return (
    <>
      <p>
        {t(
          'about.why',
          'If enough people answer, {tenant} can see whether some groups do worse in its interviews than others, and change that.',
          { tenant },
        )}
      </p>
      <p class="data muted">
        {t(
          'about.apart',
          'Answer or not: it changes nothing for you. Your answers are stored apart from your name and your interview. Nobody who reads, scores or decides sees them; they are only ever counted, and no group of fewer than ten people is shown.',
        )}
      </p>
    </>
  );
}
