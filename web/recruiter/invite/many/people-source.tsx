/** Where many people come from: pasted text, or a file that is chosen or dropped. It is read in the browser. */
import { useRef, useState } from 'preact/hooks';
import { t } from '../../../shared/i18n.ts';
import { upload } from '../../../shared/icons.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { FileFault } from '../table/rows-of-file.ts';
import type { Many } from './use-many.ts';

const FILE_TYPES = '.csv,.tsv,.txt,.xlsx,text/csv,text/plain,text/tab-separated-values';

export function PeopleSource({ many }: { many: Many }) {
  const [text, setText] = useState('');
  const [reading, setReading] = useState(false);
  const [over, hover] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    setReading(true);
    try {
      const { rowsOfFile } = await import('../table/rows-of-file.ts');
      const read = await rowsOfFile(file);
      if (read.ok) many.take({ name: file.name, rows: read.rows });
      else many.refuse(read.fault);
    } catch {
      many.refuse('unreadable');
    } finally {
      setReading(false);
    }
  };
  const readText = async () => {
    const { rowsOfText } = await import('../table/rows-of-text.ts');
    const rows = rowsOfText(text);
    if (rows.length === 0) many.refuse('empty');
    else many.take({ name: null, rows });
  };
  return (
    // Dropping is a short way for a mouse; the button does the same for everybody.
    <fieldset
      aria-label={t('many.source', 'People to invite')}
      class={over ? 'many-source over' : 'many-source'}
      onDragOver={(event) => {
        if (!(event.dataTransfer?.types.includes('Files') ?? false)) return;
        event.preventDefault();
        hover(true);
      }}
      onDragLeave={() => hover(false)}
      onDrop={(event) => {
        if (!(event.dataTransfer?.types.includes('Files') ?? false)) return;
        event.preventDefault();
        hover(false);
        void readFile(event.dataTransfer?.files[0]);
      }}
    >
      <div class="many-file">
        <Button icon={upload} busy={reading} onClick={() => input.current?.click()}>
          {t('many.choose', 'Choose a file')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept={FILE_TYPES}
          onChange={(event) => {
            void readFile(event.currentTarget.files?.[0]);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <span class="small muted" role="status">
          {reading
            ? t('many.reading', 'Reading…')
            : t('many.kinds', 'Excel (.xlsx), CSV or text, up to 10 MB; or drop it here. Nothing is sent yet.')}
        </span>
      </div>
      <TextField
        label={t('many.paste', 'Or paste: a table, or one person a line')}
        long
        rows={6}
        value={text}
        onInput={setText}
        placeholder={'Adaeze Nwosu, adaeze@example.com'}
      />
      <div>
        <Button
          kind="main"
          why={text.trim() === '' ? t('many.nothing', 'Paste something first, or choose a file.') : undefined}
          onClick={() => void readText()}
        >
          {t('many.read', 'Check the list')}
        </Button>
      </div>
      {many.fault === null ? null : (
        <Notice kind="bad" alert>
          <p>{faultWords(many.fault)}</p>
        </Notice>
      )}
    </fieldset>
  );
}

function faultWords(fault: FileFault): string {
  switch (fault) {
    case 'too-large':
      return t(
        'many.too-large',
        'This file is larger than 10 MB. Split it, or save only the columns with names and addresses.',
      );
    case 'old-excel':
      return t('many.old-excel', 'This is an old Excel file (.xls). Open it and save it as .xlsx or CSV.');
    case 'unreadable':
      return t(
        'many.unreadable',
        'This file is no table that can be read. Save it as .xlsx or CSV, or paste the rows.',
      );
    case 'empty':
      return t('many.empty', 'There is nobody in it.');
  }
}
