/** Says at the top of a report when its interview had to go on without the voice that was to lead it. */
import { t } from '../../shared/i18n.ts';
import { Icon } from '../../shared/icon.tsx';
import { warning } from '../../shared/icons.ts';
import type { Report } from './report-types.ts';

export function EngineNotice({ report }: { report: Report }) {
  const loss = report.interview.engineLoss;
  if (loss === null) return null;
  return (
    <p class="engine-notice small">
      <Icon d={warning} small /> {engineLossText(loss)}
    </p>
  );
}

export function engineLossText({ extent, why }: NonNullable<Report['interview']['engineLoss']>): string {
  return why === 'fault'
    ? t(
        'report.engine-loss.fault',
        '{extent, select, wholly {This interview} other {Part of this interview}} ran without the live voice after a fault of ours. Lost time was given back; a fault of ours never lowers a level.',
        { extent },
      )
    : t(
        'report.engine-loss.cap',
        '{extent, select, wholly {This interview} other {Part of this interview}} ran without the live voice, because what it may cost was reached. That never lowers a level.',
        { extent },
      );
}
