/** Whose turn it is, in one line: for who writes, beside the field; and whether the recording runs. */
import { Icon } from '../../shared/icon.tsx';
import { stateHold, stateLive, stateNo } from '../../shared/icons.ts';
import { Ring } from '../ring/ring.tsx';
import type { RoomSentences, Sign } from './room-sentences-rules.ts';
import { hintText, signText, wordText } from './room-texts.ts';

export function TurnLine({ sentences }: { sentences: RoomSentences }) {
  const { ring, word, hint, sign } = sentences;
  return (
    <div class="turn-line" data-state={ring}>
      <Ring state={ring} small />
      <p role="status">
        <span class="word">{wordText(word)}</span> <span class="hint">{hintText(hint)}</span>
      </p>
      <RecordingSign sign={sign} />
    </div>
  );
}

/** Always there, so that nobody has to guess. */
export function RecordingSign({ sign }: { sign: Sign }) {
  return (
    <p class="sign" data-sign={sign}>
      <Icon d={drawn(sign)} />
      {signText(sign)}
    </p>
  );
}

function drawn(sign: Sign): string {
  switch (sign) {
    case 'recording':
      return stateLive;
    case 'not-agreed':
    case 'not-while-writing':
      return stateNo;
    case 'no-microphone':
    case 'not-now':
      return stateHold;
  }
}
