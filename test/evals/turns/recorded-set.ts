/** The recorded set: every script played, heard by the product's own detector, and captioned. */
import { ARABIC } from './arabic.ts';
import { ENGLISH } from './english.ts';
import { listen } from './heard.ts';
import { HINDI } from './hindi.ts';
import type { Turn } from './measure.ts';
import { playAll } from './played.ts';
import { captionsOf } from './recogniser.ts';
import { scriptsOf } from './script.ts';

/** Every draw gives the same sentences other pauses. Draws 1 to 3 are what the rules were tuned on. */
export async function recordedSet(draws: readonly number[]): Promise<Turn[]> {
  const scripts = draws.flatMap((draw) => [
    ...scriptsOf('en', ENGLISH, draw),
    ...scriptsOf('hi', HINDI, draw),
    ...scriptsOf('ar', ARABIC, draw),
  ]);
  return (await playAll(scripts)).map((played) => ({
    played,
    heard: listen(played.sound),
    captions: captionsOf(played),
    marked: played.script.seed % 2 === 0,
  }));
}
