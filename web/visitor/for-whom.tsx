import { t } from '../shared/i18n.ts';

export function ForWhom() {
  return (
    <section class="part band" id="whom" aria-labelledby="whom-h">
      <h2 id="whom-h">{t('whom.title', 'Three people have to be able to trust it')}</h2>
      <dl class="rows">
        <div>
          <dt>{t('whom.candidate', 'The one who is interviewed')}</dt>
          <dd>
            {t(
              'whom.candidate.text',
              'Knows before the first word that it is an AI, what is kept and who decides. Can take time to think, type instead of speak, come back after a lost line with the same time left, and ask for a person instead.',
            )}
          </dd>
        </div>
        <div>
          <dt>{t('whom.recruiter', 'The one who hires')}</dt>
          <dd>
            {t(
              'whom.recruiter.text',
              'Turns a job description into questions and the evidence they look for, and reads a report in which every sentence can be checked. Clicks any quote and hears it. Sees what could not be judged.',
            )}
          </dd>
        </div>
        <div>
          <dt>{t('whom.data', 'The one who answers for the data')}</dt>
          <dd>
            {t(
              'whom.data.text',
              'Chooses a region once. Sees what is guaranteed there and what is not, and finds every reading and every change of a candidate’s data in a log.',
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
