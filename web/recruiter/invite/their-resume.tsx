/** The résumé of somebody who was invited: given here for the interviewer's questions, and not shown. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { ResumeBox } from '../../shared/documents/resume-box.tsx';
import { sendFile } from '../../shared/documents/send-file.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Loaded } from '../../shared/ui/states.tsx';
import { useLoad } from '../../shared/use-load.ts';

interface Props {
  interviewId: string;
  name: string;
  open: boolean;
}

export function TheirResume({ interviewId, name, open }: Props) {
  const [shown, show] = useState(false);
  return (
    <>
      <Button kind="quiet" onClick={() => show(true)}>
        {t('resume.theirs', 'CV')}
        <span class="vh">{name}</span>
      </Button>
      {shown ? (
        <Dialog title={t('resume.theirs.title', 'CV of {name}', { name })} onClose={() => show(false)}>
          <Content interviewId={interviewId} open={open} />
        </Dialog>
      ) : null}
    </>
  );
}

function Content({ interviewId, open }: { interviewId: string; open: boolean }) {
  const params = { interview: interviewId };
  const load = useLoad(
    (signal) => api('GET /api/recruiter/interviews/:interview/resume', { params, signal }),
    [interviewId],
  );
  return (
    <>
      <p>
        {t(
          'resume.theirs.text',
          'The interviewer may ask about something in it. It is never scored and not shown here, so that people are judged by what they say. The candidate sees that it is there, and can take it away.',
        )}
      </p>
      <Loaded of={load}>
        {({ resume, keepsFiles }) => (
          <ResumeBox
            given={resume}
            from={({ givenBy }) =>
              givenBy === 'candidate'
                ? t('resume.by-candidate', 'The candidate gave it.')
                : t('resume.by-us', 'Your team gave it.')
            }
            open={open}
            save={async (text, file) => {
              await api('PUT /api/recruiter/interviews/:interview/resume', { params, body: { text } });
              if (keepsFiles) await sendFile(`/api/recruiter/interviews/${interviewId}/resume/file`, file);
              load.reload();
            }}
            drop={async () => {
              await api('DELETE /api/recruiter/interviews/:interview/resume', { params });
              load.reload();
            }}
          />
        )}
      </Loaded>
    </>
  );
}
