/** A take as bars, and whether anything was said in it. Pure. */
import { voiceListener } from '../recorder/voice-listener-rules.ts';

/** `count` bars from 0 to 1, each the loudest moment of its stretch, the loudest of all at 1. */
export function bars(levels: readonly number[], count: number): number[] {
  const loudest = Math.max(0.001, ...levels);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((i + 1) * levels.length) / count));
    return Math.max(0, ...levels.slice(from, to)) / loudest;
  });
}

export function anythingSaid(levels: readonly number[]): boolean {
  const hears = voiceListener();
  return levels.some((level) => hears(level));
}
