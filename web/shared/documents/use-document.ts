/** One file whose text somebody wants: chosen or dropped, read here, told when it could not be. */
import { useCallback, useRef, useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import { announce } from '../ui/announcer.tsx';
import { type DocumentFault, DocumentProblem } from './document-problem.ts';
import { readDocument } from './read-document.ts';

export interface DocumentReading {
  /** The name of the file being read. */
  reading: string | null;
  fault: DocumentFault | null;
  take: (file: File) => void;
}

export function useDocument(onText: (text: string, file: File) => void): DocumentReading {
  const [reading, read] = useState<string | null>(null);
  const [fault, tell] = useState<DocumentFault | null>(null);
  const newest = useRef(0);
  const take = useCallback(
    (file: File) => {
      newest.current += 1;
      const mine = newest.current;
      read(file.name);
      tell(null);
      readDocument(file)
        .then(
          (text) => {
            if (mine !== newest.current) return;
            announce(t('document.done', 'The text of {name} is here.', { name: file.name }));
            onText(text, file);
          },
          (error: unknown) => {
            if (mine === newest.current) tell(error instanceof DocumentProblem ? error.fault : 'broken');
          },
        )
        .finally(() => {
          if (mine === newest.current) read(null);
        });
    },
    [onText],
  );
  return { reading, fault, take };
}
