/** The interview goes on in another tab, or was left for now: said plainly, with the way back. */
import { dayTimeAndZone } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Frame } from '../frame.tsx';
import { Ring } from '../ring/ring.tsx';

interface Props {
  tenant: string;
  kind: 'elsewhere' | 'left';
  until: string;
  back: () => void;
}

export function Elsewhere({ tenant, kind, until, back }: Props) {
  return (
    <Frame tenant={tenant} calm>
      <div class="head">
        <Ring state="closed" />
        <h1>
          {kind === 'elsewhere'
            ? t('elsewhere.title', 'Your interview is open somewhere else')
            : t('left.title', 'Your place is kept')}
        </h1>
        <p class="lead">
          {kind === 'elsewhere'
            ? t('elsewhere.lead', 'It goes on in one tab at a time, so that nothing is said twice. Nothing is lost.')
            : t('left.lead', 'The clock stands still. Open the link from your mail to go on, until {until}.', {
                until: dayTimeAndZone(until),
              })}
        </p>
      </div>
      <div class="act">
        <Button kind="main" onClick={back}>
          {kind === 'elsewhere' ? t('elsewhere.here', 'Go on here') : t('left.back', 'Go on now')}
        </Button>
      </div>
    </Frame>
  );
}
