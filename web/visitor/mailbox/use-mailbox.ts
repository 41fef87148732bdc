/** The mails of a region, asked for again and again while the page is looked at. */
import { useEffect, useState } from 'preact/hooks';
import { type Answer, type ApiProblem, api, asProblem } from '../../shared/api.ts';
import type { Installation } from '../use-installation.ts';

export type Mail = Answer<'GET /api/visitor/mailbox'>['messages'][number];
export type RegionId = Installation['regions'][number]['id'];

const AGAIN_MS = 2500;

export interface Mailbox {
  /** Null until the first answer. */
  messages: readonly Mail[] | null;
  /** The last try failed; messages that were there before stay. */
  problem: ApiProblem | null;
}

export function useMailbox(region: RegionId): Mailbox {
  const [mailbox, setMailbox] = useState<Mailbox & { region: RegionId }>({ region, messages: null, problem: null });
  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        if (document.visibilityState === 'visible') {
          const { messages } = await api('GET /api/visitor/mailbox', { query: { region }, signal: gone.signal });
          setMailbox({ region, messages, problem: null });
        }
      } catch (error) {
        if (!gone.signal.aborted) setMailbox((before) => ({ ...before, problem: asProblem(error) }));
      }
      if (!gone.signal.aborted) timer = setTimeout(ask, AGAIN_MS);
    };
    void ask();
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, [region]);
  return mailbox.region === region ? mailbox : { messages: null, problem: null };
}
