/** What an answer said before its correction: only what was spoken was heard, and only what was typed was written. */
import { t } from '../../shared/i18n.ts';
import type { Turn } from './report-types.ts';

/** Under a quote. An answer that was told aloud and then typed is called neither heard nor written. */
export function firstWords(via: Turn['via'], text: string): string {
  switch (via) {
    case 'voice':
      return t('quote.heard-first', 'First heard as: “{text}”', { text });
    case 'typed':
      return t('quote.written-first', 'First written as: “{text}”', { text });
    case 'mixed':
    case null:
      return t('quote.stood-first', 'Before the correction: “{text}”', { text });
  }
}

/** Under a turn of the transcript, which has its correction in its place. */
export function correctedWords(via: Turn['via'], text: string): string {
  switch (via) {
    case 'voice':
      return t('transcript.corrected', 'Corrected before scoring. First heard as: “{text}”', { text });
    case 'typed':
      return t('transcript.rewritten', 'Corrected before scoring. First written as: “{text}”', { text });
    case 'mixed':
    case null:
      return t('transcript.stood', 'Corrected before scoring. Before the correction: “{text}”', { text });
  }
}
