/** Which parts are real providers and which come with the product, in words. */
import { t } from '../shared/i18n.ts';
import type { Installation } from './use-installation.ts';

export function Providers({ installation }: { installation: Installation }) {
  return (
    <dl class="providers">
      {installation.providers.map((provider) => (
        <div key={provider.port}>
          <dt>{portName(provider.port)}</dt>
          <dd>{makerWord(provider)}</dd>
        </div>
      ))}
    </dl>
  );
}

function makerWord({ maker, real }: Installation['providers'][number]): string {
  if (real) return t('provider.real', 'by {maker}', { maker });
  return maker === 'none' ? t('provider.none', 'none yet') : t('provider.embedded', 'built in');
}

function portName(port: string): string {
  switch (port) {
    case 'mail':
      return t('provider.mail', 'Mail');
    case 'conversation':
      return t('provider.conversation', 'Interviewer');
    case 'model':
      return t('provider.model', 'Judgement');
    case 'speech':
      return t('provider.speech', 'Speech');
    case 'database':
      return t('provider.database', 'Database');
    case 'files':
      return t('provider.files', 'Recordings');
    case 'limits':
      return t('provider.limits', 'Rate limits');
    default:
      return port;
  }
}
