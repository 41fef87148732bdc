/** Chooses a file for its text; a file can be dropped on what stands inside. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { DocumentFault } from './document-problem.ts';
import { DOCUMENT_TYPES } from './read-document.ts';
import type { DocumentReading } from './use-document.ts';
import './documents.css';

interface Props {
  document: DocumentReading;
  label: string;
  children?: ComponentChildren;
}

export function DocumentPicker({ document, label, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, hover] = useState(false);
  const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  return (
    // Dropping is a short way for a mouse; the button does the same for everybody.
    <fieldset
      aria-label={label}
      class={over ? 'document-drop over' : 'document-drop'}
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        hover(true);
      }}
      onDragLeave={() => hover(false)}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        hover(false);
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) document.take(file);
      }}
    >
      {children}
      <div class="document-row">
        <Button busy={document.reading !== null} onClick={() => input.current?.click()}>
          {label}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept={DOCUMENT_TYPES}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) document.take(file);
            // The same file can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <span class="small muted" role="status">
          {document.reading === null
            ? t(
                'document.kinds',
                'PDF, Word (.docx) or text, up to 10 MB; or drop it here. It is read in your browser.',
              )
            : t('document.reading', 'Reading {name}…', { name: document.reading })}
        </span>
      </div>
      {document.fault === null ? null : (
        <Notice kind="bad" alert>
          <p>{faultWords(document.fault)}</p>
        </Notice>
      )}
    </fieldset>
  );
}

function faultWords(fault: DocumentFault): string {
  switch (fault) {
    case 'too-large':
      return t(
        'document.too-large',
        'This file is larger than 10 MB. Paste its text instead, or choose a smaller one.',
      );
    case 'wrong-type':
      return t('document.wrong-type', 'This is no PDF, Word or text file. Save it as one of these, or paste its text.');
    case 'old-word':
      return t('document.old-word', 'This is an older kind of Word file. Save it as .docx, or paste its text.');
    case 'encrypted':
      return t('document.encrypted', 'This file is protected by a password. Save it without one, or paste its text.');
    case 'no-text':
      return t(
        'document.no-text',
        'There is no text in this file: it may be a scan, which is a picture of a page. Paste the text instead.',
      );
    case 'garbled':
      return t(
        'document.garbled',
        'This file cannot be read well: its letters come out mixed up or missing. Paste the text instead.',
      );
    case 'broken':
      return t('document.broken', 'This file could not be read; it may be damaged. Paste its text instead.');
  }
}
