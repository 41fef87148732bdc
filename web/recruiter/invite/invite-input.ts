/** What can be said about an invitation before the server is asked. */
import { readAddress } from '../../../worker/address-rules.ts';
import { t } from '../../shared/i18n.ts';

const DAYS = { least: 1, most: 60 };

export function looksLikeAddress(typed: string): boolean {
  return readAddress(typed) !== null;
}

export function daysProblem(typed: string): string | undefined {
  const n = Number(typed);
  return typed.trim() !== '' && Number.isInteger(n) && n >= DAYS.least && n <= DAYS.most
    ? undefined
    : t('invite.days.wrong', 'Enter whole days, from {least} to {most}.', DAYS);
}
