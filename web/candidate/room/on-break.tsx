/** A break: nothing is heard, nothing is recorded, the clock stands. */
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Ring } from '../ring/ring.tsx';
import type { RoomSentences } from './room-sentences-rules.ts';
import { hintText, wordText } from './room-texts.ts';

export function OnBreak({ sentences, goOn }: { sentences: RoomSentences; goOn: () => void }) {
  return (
    <main id="main" class="col calm" tabindex={-1}>
      <div class="head">
        <Ring state={sentences.ring} />
        <h1>{wordText(sentences.word)}</h1>
        <p class="lead" role="status">
          {hintText(sentences.hint)}
        </p>
      </div>
      <div class="act">
        <Button kind="main" onClick={goOn}>
          {t('room.break.end', 'Go on')}
        </Button>
      </div>
    </main>
  );
}
