/** The role's own words of its invitation, and when people are reminded. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useAction } from '../../shared/use-action.ts';

const REMINDER_MOST = 30;

interface Props {
  roleId: string;
  mail: Answer<'GET /api/recruiter/roles/:role/invitation-mail'>;
  onClose: () => void;
  onSaved: () => void;
}

export function MailEditor({ roleId, mail, onClose, onSaved }: Props) {
  const [subject, setSubject] = useState(mail.letter.subject);
  const [text, setText] = useState(mail.letter.text);
  const [reminder, setReminder] = useState(String(mail.reminderDays));
  const save = useAction(async (letter: { subject: string; text: string } | null) => {
    await api('PUT /api/recruiter/roles/:role/invitation-mail', {
      params: { role: roleId },
      body: { letter, reminderDays: Number(reminder) },
    });
    announce(t('mail.saved', 'The mail is saved.'));
    onSaved();
  });
  const reminderWrong = reminderProblem(reminder);
  const empty = t('mail.empty', 'A mail needs a subject and some words.');
  const why = reminderWrong ?? (subject.trim() === '' || text.trim() === '' ? empty : undefined);
  const unknown = save.problem?.fields.map(({ detail }) => detail).find((detail) => detail.startsWith('unknown place'));
  return (
    <Dialog
      title={t('mail.edit.title', 'The mail of this role’s invitations')}
      onClose={onClose}
      class="mail-editor"
      actions={
        <>
          {mail.own ? (
            <Button kind="quiet" busy={save.busy} onClick={() => void save.run(null)}>
              {t('mail.ours', 'Use the words that come with Interloop')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('mail.cancel', 'Cancel')}</Button>
          <Button kind="main" busy={save.busy} why={why} onClick={() => void save.run({ subject, text })}>
            {t('mail.save', 'Save the mail')}
          </Button>
        </>
      }
    >
      <div class="form">
        <TextField
          label={t('mail.subject', 'Subject')}
          value={subject}
          onInput={setSubject}
          maxLength={200}
          autocomplete="off"
        />
        <TextField
          label={t('mail.text', 'Text')}
          hint={
            <>
              {t('mail.places', 'These are filled in for each person:')}{' '}
              <code dir="ltr">{'{name} {role} {company} {until} {minutes} {ai} {link} {rights} {member}'}</code>.{' '}
              {t(
                'mail.always',
                'That an AI asks, the link, and how to ask for a person always stand in the mail; what you leave out is added at the end.',
              )}
            </>
          }
          long
          rows={14}
          value={text}
          onInput={setText}
          maxLength={6000}
        />
        <TextField
          label={t('mail.remind', 'Remind, in days before the link ends (0: never)')}
          value={reminder}
          onInput={setReminder}
          error={reminderWrong}
          inputMode="numeric"
          dir="ltr"
        />
        {unknown === undefined ? (
          <ProblemNotice problem={save.problem} />
        ) : (
          <p class="bad" role="alert">
            {t('mail.unknown', 'The mail has a place that nothing fills: {place}. Check its spelling.', {
              place: unknown.replace('unknown place ', ''),
            })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function reminderProblem(typed: string): string | undefined {
  const n = Number(typed);
  return typed.trim() !== '' && Number.isInteger(n) && n >= 0 && n <= REMINDER_MOST
    ? undefined
    : t('mail.remind.wrong', 'Enter whole days, from 0 to {most}.', { most: REMINDER_MOST });
}
