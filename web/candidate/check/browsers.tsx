/** Which browsers can do what: for who meets a fault here and could take another one. */
import { t } from '../../shared/i18n.ts';

export function Browsers() {
  const records = t('browsers.records', 'hears you, records where you agreed');
  const writes = t('browsers.writes', 'you write what counts');
  return (
    <details class="more browsers">
      <summary>{t('browsers.title', 'Which browsers work?')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('browsers.browser', 'Browser')}</th>
            <th scope="col">{t('browsers.sound', 'Sound')}</th>
            <th scope="col">{t('browsers.words', 'Your words as text')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Chrome, Edge, Chromium</th>
            <td>{records}</td>
            <td>
              {t(
                'browsers.device',
                'by themselves where the browser understands speech on this device; else you write',
              )}
            </td>
          </tr>
          <tr>
            <th scope="row">Firefox</th>
            <td>{t('browsers.firefox', 'the same; it needs something to play sound on')}</td>
            <td>{writes}</td>
          </tr>
          <tr>
            <th scope="row">Safari</th>
            <td>{records}</td>
            <td>{writes}</td>
          </tr>
        </tbody>
      </table>
      <p class="small">
        {t(
          'browsers.more',
          'Where the employer uses a service that understands speech, words appear by themselves in each of them. Writing works everywhere and counts the same.',
        )}
      </p>
    </details>
  );
}
