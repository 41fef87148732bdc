/** Which bytes of a sealed recording hold which moments. */

/** [timeMs, offset, length]: where a fragment begins in the sound, where in the file, and how many bytes it has. */
export type Fragment = [number, number, number];

/** The number of the fragment in which a moment lies. */
export function fragmentAt(fragments: readonly Fragment[], ms: number): number {
  let [low, high] = [0, fragments.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((fragments[middle]?.[0] ?? 0) <= ms) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** Numbers from `first` on, as far as they follow each other in the list. */
export function neighbours(numbers: readonly number[]): number[][] {
  const groups: number[][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && group.at(-1) === number - 1) group.push(number);
    else groups.push([number]);
  }
  return groups;
}
