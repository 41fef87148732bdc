/** A résumé: chosen, read in the browser, sent as text; what is there already, and taking it away. */
import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { longDay } from '../format.ts';
import { t } from '../i18n.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useAction } from '../use-action.ts';
import { DocumentPicker } from './document-picker.tsx';
import { useDocument } from './use-document.ts';

export interface GivenResume {
  givenBy: 'candidate' | 'member';
  file: boolean;
  at: string;
}

interface Props {
  given: GivenResume | null;
  /** Who gave it, in words of whoever reads. */
  from: (given: GivenResume) => string;
  /** Sends it; then the page asks again what is there. */
  save: (text: string, file: File) => Promise<void>;
  drop: () => Promise<void>;
  /** False: it can only be taken away. */
  open: boolean;
  children?: ComponentChildren;
}

export function ResumeBox({ given, from, save, drop, open, children }: Props) {
  const saving = useAction(async (text: string, file: File) => {
    await save(text, file);
    announce(t('resume.saved', 'The CV is there.'));
  });
  const dropping = useAction(async () => {
    await drop();
    announce(t('resume.dropped', 'The CV is gone.'));
  });
  const { run } = saving;
  const document = useDocument(useCallback((text: string, file: File) => void run(text, file), [run]));
  return (
    <div class="resume">
      {given === null ? null : (
        <p class="resume-given">
          <b>{t('resume.there', 'A CV is there.')}</b> {from(given)}{' '}
          {given.file
            ? t('resume.with-file', 'Its text and the file are kept, since {day}.', { day: longDay(given.at) })
            : t('resume.text-only', 'Its text is kept and not the file, since {day}.', { day: longDay(given.at) })}
        </p>
      )}
      {children}
      {open ? (
        <DocumentPicker
          document={document}
          label={given === null ? t('resume.choose', 'Choose a CV') : t('resume.other', 'Choose another CV')}
        />
      ) : null}
      {given === null ? null : (
        <div>
          <Button kind="bad" busy={dropping.busy} onClick={() => void dropping.run()}>
            {t('resume.drop', 'Take the CV away')}
          </Button>
        </div>
      )}
      <ProblemNotice problem={saving.problem ?? dropping.problem} />
    </div>
  );
}
