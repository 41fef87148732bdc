/** A title for a role out of a pasted job description: its first line, where that is short enough to be one. */

const LONGEST = 80;

export function titleFrom(description: string): string {
  const first = description
    .split('\n')
    .map((line) => line.replace(/^[#*\s-]+/, '').trim())
    .find((line) => line !== '');
  if (first === undefined || first.length > LONGEST || /[.!?]$/.test(first)) return '';
  return first.split(',')[0]?.trim() ?? '';
}
