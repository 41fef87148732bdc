/** The candidate's data as one JSON file, saved on this device. */
import type { OwnData, OwnInterview } from './own-types.ts';

export function saveCopy(own: OwnInterview, data: OwnData): void {
  const text = JSON.stringify({ interview: own, data }, null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `interview-${data.exportedAt.slice(0, 10)}.json`;
  anchor.click();
  URL.revokeObjectURL(address);
}
