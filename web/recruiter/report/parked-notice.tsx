/** What of an interview could not be brought to its end, since when and why, and the button that has it tried again. */
import { api } from '../../shared/api.ts';
import { dayAndTime } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { useAction } from '../../shared/use-action.ts';
import { parkedWord } from './parked-word.ts';
import type { Report } from './report-types.ts';

/** Trying again takes a moment: what came of it is looked at after this. */
const LOOK_MS = 2_000;

export function ParkedNotice({ report, reload }: { report: Report; reload: () => void }) {
  const retry = useAction(async () => {
    await api('POST /api/recruiter/interviews/:id/parked-tasks/retry', { params: { id: report.interview.id } });
    announce(t('parked.trying', 'It is being tried again.'));
    await new Promise((done) => setTimeout(done, LOOK_MS));
    reload();
  });
  if (report.parked.length === 0) return null;
  return (
    <Notice kind="warn">
      <p>
        {t(
          'parked.title',
          'Something failed on our side, again and again, and was set aside so that the interview could end. Nothing of it is lost.',
        )}
      </p>
      <ul>
        {report.parked.map(({ task, cause, at }) => (
          <li key={`${task} ${at}`}>
            {t('parked.line', '{what}. Since {at}; cause: {cause}', {
              what: parkedWord(task),
              at: dayAndTime(at),
              cause,
            })}
          </li>
        ))}
      </ul>
      <ProblemNotice problem={retry.problem} />
      {report.you.mayDecide ? (
        <div>
          <Button busy={retry.busy} onClick={() => void retry.run()}>
            {t('parked.retry', 'Try again')}
          </Button>
        </div>
      ) : null}
    </Notice>
  );
}
