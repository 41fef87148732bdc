/** Practice in writing: the field as it will be, and what sending does. */
import { useState } from 'preact/hooks';
import { t } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';

export function PracticeTyping() {
  const [text, write] = useState('');
  const [sent, send] = useState<string | null>(null);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send(text.trim());
        write('');
      }}
    >
      {sent === null ? null : (
        <div role="status">
          <p class="data">
            <b class="you">{t('room.you', 'You')}</b> <span class="muted">· {t('room.typed', 'typed')}</span>
          </p>
          <p class="lead-s" dir="auto">
            {sent}
          </p>
          <p class="data muted">
            {t('practice.sent', 'So it goes: what you send stands here, and the next question comes.')}
          </p>
        </div>
      )}
      <TextField label={t('room.answer', 'Your answer')} value={text} onInput={write} long rows={3} maxLength={2000} />
      <div class="act">
        <Button type="submit" why={text.trim() === '' ? t('room.empty', 'Write something first.') : undefined}>
          {t('room.send', 'Send answer')}
        </Button>
      </div>
    </form>
  );
}
