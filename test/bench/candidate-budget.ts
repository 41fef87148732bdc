/** candidate_budget: JavaScript that the candidate's link loads before the room, and what the room adds. */

import { startBare } from './bare-product.ts';
import type { Bench, BenchResult } from './bench.ts';
import { chunkWithImports, compressedKB, scriptsOf } from './page-bytes.ts';

export const bench: Bench = { name: 'candidate_budget', run };

const TARGET_KB = { first: 25, room: 25 };
/** Well-formed and unknown: the page loads what every link loads. */
const LINK = `eu_${'A'.repeat(43)}`;

async function run(): Promise<BenchResult[]> {
  const product = await startBare();
  try {
    const first = await scriptsOf(`${product.url}/i#${LINK}`);
    const room = chunkWithImports('room-page').filter((file) => !first.includes(file));
    const firstKB = compressedKB(first);
    const roomKB = compressedKB(room);
    return [
      {
        name: 'candidate_budget',
        value: Math.round(firstKB * 10) / 10,
        unit: 'KB br',
        target: `≤ ${TARGET_KB.first} before the room, ≤ ${TARGET_KB.room} more in it`,
        baseline:
          'budget; Preact and native elements alone 7.2 KB, React with its widgets 117–139 KB (measured elsewhere)',
        ok: firstKB <= TARGET_KB.first && roomKB <= TARGET_KB.room,
        notes: [`the room adds ${roomKB.toFixed(1)} KB br in ${room.length} files`],
      },
    ];
  } finally {
    await product.close();
  }
}
