/** What every page of the candidate is given. */
import type { Opened } from './link.ts';
import type { Chosen } from './step-rules.ts';

export interface PageProps {
  opened: Opened;
  /** Asks the server again where things stand. */
  reload: () => void;
  go: (step: Chosen) => void;
}
