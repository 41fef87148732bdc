/** Says that who it is stays hidden, from whom and until when. */
import { t } from '../../shared/i18n.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Report } from './report-types.ts';

export function BlindNotice({ report }: { report: Report }) {
  if (!report.you.blind) return null;
  return (
    <Notice>
      <p>
        {report.you.mayJudge
          ? t(
              'blind.until',
              'Blind role: the name is hidden from you until you have given your own levels. In the recording the voice is unchanged and may say it.',
            )
          : t(
              'blind.reader',
              'Blind role: the name is hidden from you. In the recording the voice is unchanged and may say it.',
            )}
      </p>
    </Notice>
  );
}
