/** Only what the product does today, each with a way to check it by hand. */
import { t } from '../shared/i18n.ts';
import { rich } from '../shared/rich.tsx';

const STRONG = { b: (inner: preact.ComponentChildren) => <strong>{inner}</strong> };

export function Promises() {
  return (
    <section class="part band" id="promises" aria-labelledby="promises-h">
      <h2 id="promises-h">{t('promises.title', 'Three promises, and how to check them')}</h2>
      <ol class="rows promises">
        <li>
          <h3>{t('promises.kept', 'Nothing that was said is lost')}</h3>
          <p>
            {rich(
              'promises.kept.text',
              '<b>An answer counts as saved only once it is written down for good.</b> After a broken line or a crash the interview goes on at the same point, with the same time left.',
              STRONG,
            )}
          </p>
          <p>{t('promises.kept.check', 'Pull the plug in mid-answer, and come back')}</p>
        </li>
        <li>
          <h3>{t('promises.quoted', 'No level without a quote')}</h3>
          <p>
            {rich(
              'promises.quoted.text',
              '<b>A level whose quote is not in the transcript, word for word, is thrown away by code.</b> What could not be judged is called that, and is never shown as a low level.',
              STRONG,
            )}
          </p>
          <p>{t('promises.quoted.check', 'Click any quote: it plays the words')}</p>
        </li>
        <li>
          <h3>{t('promises.region', 'Your region is a wall')}</h3>
          <p>
            {rich(
              'promises.region.text',
              '<b>Every address of a person’s data names its region, and nothing is read without opening that region.</b> One that is not set up refuses; it never borrows another’s storage.',
              STRONG,
            )}
          </p>
          <p>
            <a href="/regions">{t('promises.region.check', 'See what is guaranteed where')}</a>
          </p>
        </li>
      </ol>
    </section>
  );
}
