/** What happened to the engine of an interview, in words: what failed, whose it was, how it went on. */
import { t } from '../../shared/i18n.ts';
import type { HistoryLine } from './report-types.ts';

type EngineStep = 'engine-chosen' | 'engine-changed' | 'provider-fault' | 'spend-cap';

const MAKERS: Readonly<Record<string, string>> = { gemini: 'Google Gemini', openai: 'OpenAI', livekit: 'LiveKit' };

export function engineText(kind: EngineStep, detail: HistoryLine['detail']): string {
  const maker = MAKERS[String(detail.maker)] ?? t('engine.provider', 'A provider');
  const cause = causeWord(detail.fault ?? detail.kind);
  switch (kind) {
    case 'engine-chosen':
      return t(
        'history.engine-chosen',
        '{engine, select, live {The interviewer was a live voice} cascade {The interviewer listened, thought and spoke in steps} other {The interviewer followed the plan by rules}}',
        { engine: String(detail.engine) },
      );
    case 'engine-changed':
      return t(
        'history.engine-changed',
        '{maker}: {cause}. The interview went on {to, select, live {with a live voice} cascade {in steps, with a voice} other {by the plan’s rules}}',
        { maker, cause, to: String(detail.to) },
      );
    case 'provider-fault':
      return t('history.provider-fault', '{maker}: {cause}', { maker, cause });
    case 'spend-cap':
      return t(
        'history.spend-cap',
        '{cap, select, tenant {What your month may cost was reached} other {What one interview may cost was reached}}; it went on by the plan’s rules',
        { cap: String(detail.cap) },
      );
  }
}

function causeWord(fault: unknown): string {
  switch (fault) {
    case 'busy':
      return t('fault.busy', 'too much was asked of it at once');
    case 'quota':
      return t('fault.quota', 'the account is used up');
    case 'unavailable':
      return t('fault.unavailable', 'it could not be reached');
    case 'timeout':
      return t('fault.timeout', 'no answer came in time');
    case 'malformed':
      return t('fault.malformed', 'its answer could not be read');
    case 'refused':
      return t('fault.refused', 'it would not answer');
    case 'wrong-key':
      return t('fault.wrong-key', 'it does not accept our key');
    case 'closed':
      return t('fault.closed', 'it closed the line');
    case 'bad-request':
      return t('fault.bad-request', 'it did not understand us');
    default:
      return t('fault.other', 'it failed');
  }
}
