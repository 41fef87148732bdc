/** The job description: to paste and replace, and to see which phrase each question came from. */
import { useEffect, useState } from 'preact/hooks';
import { DocumentPicker } from '../../shared/documents/document-picker.tsx';
import { useDocument } from '../../shared/documents/use-document.ts';
import { number } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { DescriptionText } from './description-text.tsx';
import { OwnTemplates } from './own-templates.tsx';
import { TemplatePicker } from './template-picker.tsx';
import type { Drafting } from './use-drafting.ts';
import type { Editing } from './use-plan.ts';

interface Props {
  description: string;
  /** One that came with somebody from another page, to be drafted from at once. */
  handed: string | null;
  editing: Editing;
  drafting: Drafting;
  readOnly: boolean;
  hasPlan: boolean;
  onDescription: (description: string) => void;
}

/** The server's own limit; told here before anything is sent. */
const LONGEST = 800_000;

export function DescriptionPane({ description, handed, editing, drafting, readOnly, hasPlan, onDescription }: Props) {
  const [writing, write] = useState(!readOnly && (handed !== null || (description === '' && !hasPlan)));
  const [text, setText] = useState(handed ?? description);
  const [tried, tryIt] = useState(false);
  const tooLong = text.length > LONGEST;
  const file = useDocument(setText);
  const draft = async () => {
    if (text.trim() === '' || tooLong || !(await drafting.fromDescription(text))) return;
    onDescription(text.trim());
    write(false);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    void draft();
  };
  useEffect(() => {
    if (handed !== null) void draft();
  }, []);
  const refused = drafting.problem;
  return (
    <section class="jd" aria-labelledby="jd-h">
      <header class="pane-head">
        <h2 id="jd-h">{t('jd.title', 'Job description')}</h2>
        {readOnly || writing ? null : (
          <button class="link small" type="button" onClick={() => write(true)}>
            {description === '' ? t('jd.add', 'Add the text') : t('jd.replace', 'Replace the text')}
          </button>
        )}
      </header>
      {writing ? (
        <form class="jd-form form" onSubmit={submit}>
          <DocumentPicker document={file} label={t('jd.file', 'Choose a file')}>
            <TextField
              label={t('jd.label', 'Paste the job description')}
              long
              rows={12}
              value={text}
              onInput={setText}
              placeholder={t('first.example', 'For example: You will lead eleven agents in Rotterdam and Venlo…')}
              hint={t(
                'jd.hint',
                'From what the work is, questions and a rubric are written that you then change; where a model is set up it writes them, else rules do. Nothing is asked about age, health, family, origin or belief, whatever the text says.',
              )}
              error={
                tooLong
                  ? t(
                      'jd.too-long',
                      'This is longer than {max} characters ({n}). Leave out what is not about the work; your text stays here.',
                      {
                        max: number(LONGEST),
                        n: number(text.length),
                      },
                    )
                  : tried && text.trim() === ''
                    ? t('first.draft.why', 'Paste a job description first.')
                    : undefined
              }
            />
          </DocumentPicker>
          {hasPlan ? (
            <Notice>
              <p>
                {t(
                  'jd.replaces',
                  'Drafting anew replaces the questions and the rubric of this draft. You can undo it.',
                )}
              </p>
            </Notice>
          ) : null}
          <div class="form-act">
            <Button kind="main" type="submit" busy={drafting.state !== 'idle'}>
              {t('jd.draft', 'Draft the interview')}
            </Button>
            {hasPlan || description !== '' ? (
              <Button kind="quiet" onClick={() => write(false)}>
                {t('jd.cancel', 'Cancel')}
              </Button>
            ) : null}
          </div>
          {refused?.code === 'too_large' || refused?.code === 'invalid_input' ? (
            <Notice kind="bad" alert>
              <p>
                {t(
                  'jd.refused',
                  'This text is too long to be read at once (about 1 MB at most). Your text stays here; leave out what is not about the work.',
                )}
              </p>
            </Notice>
          ) : (
            <ProblemNotice problem={refused} />
          )}
          <OwnTemplates
            busy={drafting.state !== 'idle'}
            onPick={async (id) => {
              if (await drafting.fromOwnTemplate(id)) write(false);
            }}
          />
          <TemplatePicker
            busy={drafting.state !== 'idle'}
            onPick={async (id) => {
              if (await drafting.fromTemplate(id)) write(false);
            }}
          />
        </form>
      ) : description === '' ? (
        <p class="jd-none muted">
          {t(
            'jd.none',
            'This plan was not drafted from a job description. Questions that come from one show their phrase here.',
          )}
        </p>
      ) : (
        <DescriptionText description={description} plan={editing.content} />
      )}
    </section>
  );
}
