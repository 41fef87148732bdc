/** After sending: the last parts of the sound go out, then everything is with the people who read it. */
import { useEffect } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { useTitle } from '../../shared/use-title.ts';
import { Frame } from '../frame.tsx';
import type { Opened } from '../link.ts';
import { Ring } from '../ring/ring.tsx';
import type { Session } from '../room/use-session.ts';

interface Props {
  session: Session;
  opened: Opened;
  waiting: number;
  reload: () => void;
}

/** Sealing is over as soon as scoring begins; from then on nothing of this device is needed. */
const SAFE = new Set(['scoring', 'notifying', 'done', 'ended']);

export function Sending({ session, opened, waiting, reload }: Props) {
  const phase = session.view?.phase ?? 'sealing';
  const safe = SAFE.has(phase);
  useTitle(t('sending.title', 'Sending'), opened.facts.tenant);
  useEffect(() => {
    if (safe) reload();
  }, [safe]);
  return (
    <Frame tenant={opened.facts.tenant} calm>
      <div class="head">
        <Ring state="thinking" />
        <h1>{t('sending.h1', 'Bringing it home')}</h1>
        <p class="lead" role="status">
          {waiting > 0
            ? t(
                'sending.parts',
                '{waiting, plural, one {The last piece of sound is} other {# pieces of sound are}} on the way. Keep this page open.',
                { waiting },
              )
            : t('sending.words', 'Your words are saved. The recording is put together; this takes a few seconds.')}
        </p>
      </div>
    </Frame>
  );
}
