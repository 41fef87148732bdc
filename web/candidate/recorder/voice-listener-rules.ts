/** Whether somebody speaks, from how loud it is. Pure. */

/** A voice is this much louder than the quietest moment before it… */
const ABOVE_NOISE = 3;
/** …and never softer than this; a knock is loud too, but not for long. */
const SOFTEST = 0.02;
const LONG_ENOUGH = 8;

/** Feed it levels; it says true from the moment on when somebody has spoken. */
export function voiceListener(): (level: number) => boolean {
  let quietest = 1;
  let loud = 0;
  return (level) => {
    quietest = Math.min(quietest, level);
    loud = level > Math.max(SOFTEST, quietest * ABOVE_NOISE) ? loud + 1 : Math.max(0, loud - 1);
    return loud >= LONG_ENOUGH;
  };
}
