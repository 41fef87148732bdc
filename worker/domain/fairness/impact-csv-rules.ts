/** The same aggregates as the page, for a spreadsheet. Every cell is a fixed word or a number. Pure. */
import type { Group, Measured } from './impact-rules.ts';

const HEAD = 'measure,question,group,people,reached,rate,impact_ratio,fisher_p,below_threshold,few_people';

export function impactCsv(measured: readonly Measured[]): string {
  const lines = (['selection', 'scoring'] as const).flatMap((measure) =>
    measured.flatMap((one) => one[measure].map((group) => `${measure},${one.question},${line(group)}`)),
  );
  return `${[HEAD, ...lines].join('\r\n')}\r\n`;
}

function line({ answer, shown }: Group): string {
  if (shown === null) return `${answer},,,,,,,`;
  const { of, chosen, rate, ratio, chance, below, few } = shown;
  return [answer, of, chosen, figure(rate), figure(ratio), figure(chance), below, few].join(',');
}

function figure(value: number | null): string {
  return value === null ? '' : value.toFixed(4);
}
