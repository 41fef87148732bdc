/** The candidate's own résumé: what it is for, giving it, seeing what is kept of it, taking it away. */
import { api } from '../../shared/api.ts';
import { ResumeBox } from '../../shared/documents/resume-box.tsx';
import { sendFile } from '../../shared/documents/send-file.ts';
import { t } from '../../shared/i18n.ts';
import { useLoad } from '../../shared/use-load.ts';

interface Props {
  tenant: string;
  /** The interview is still to come or under way. */
  open: boolean;
}

export function OwnResume({ tenant, open }: Props) {
  const load = useLoad((signal) => api('GET /api/candidate/resume', { signal }), []);
  // It is optional: where it cannot be asked for, the page is as good without it.
  if (load.state !== 'ready') return null;
  const { resume, keepsFiles } = load.data;
  if (resume === null && !open) return null;
  const save = async (text: string, file: File) => {
    await api('PUT /api/candidate/resume', { body: { text } });
    if (keepsFiles) await sendFile('/api/candidate/resume/file', file);
    load.reload();
  };
  const drop = async () => {
    await api('DELETE /api/candidate/resume');
    load.reload();
  };
  return (
    <section class="sub" aria-labelledby="cv">
      <h2 id="cv">{t('resume.own', 'Your CV, if you like')}</h2>
      <p>
        {t(
          'resume.own.text',
          'The interviewer may ask you about something in it. It is never scored: only what you say is. Without one, nothing is different for you.',
        )}{' '}
        {keepsFiles
          ? t('resume.own.files', '{tenant} keeps its text and the file as long as your answers.', { tenant })
          : t('resume.own.words', '{tenant} keeps its text as long as your answers; the file stays with you.', {
              tenant,
            })}
      </p>
      <ResumeBox
        given={resume}
        from={({ givenBy }) =>
          givenBy === 'candidate'
            ? t('resume.by-you', 'You gave it.')
            : t('resume.by-employer', '{tenant} gave it.', { tenant })
        }
        open={open}
        save={save}
        drop={drop}
      >
        {resume === null ? null : (
          <details>
            <summary>{t('resume.see', 'See the text that is kept')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
            <p class="resume-text" dir="auto" tabIndex={0}>
              {resume.text}
            </p>
          </details>
        )}
      </ResumeBox>
    </section>
  );
}
