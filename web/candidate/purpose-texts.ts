/** What each consent is for. A change of meaning here is a new version of the text, in consent-text-rules.ts. */
import { t } from '../shared/i18n.ts';

interface PurposeText {
  name: string;
  text: string;
  more: string;
}

export function purposeTexts(
  tenant: string,
  place: string,
): Record<'interview' | 'recording' | 'analytics', PurposeText> {
  return {
    interview: {
      name: t('purpose.interview', 'Your answers'),
      text: t(
        'purpose.interview.text',
        'The automated interviewer reads what you say or write and asks on. {tenant} gets the words and notes on them.',
        { tenant },
      ),
      more: t(
        'purpose.interview.more',
        'Your words are stored in this region: {place}. Speech is turned into text on this device, where your browser can do that; otherwise you type what should be read. You can withdraw at any moment; the interview then ends.',
        { place },
      ),
    },
    recording: {
      name: t('purpose.recording', 'The sound of your voice'),
      text: t(
        'purpose.recording.text',
        'Keeps a recording so that the people who decide can hear a passage themselves. Off: they only read.',
      ),
      more: t(
        'purpose.recording.more',
        'Stored in this region: {place}. Somebody who decides may also listen while you speak; your screen says so, whenever they do. Nobody analyses the voice itself: not accent, tone or feelings. No voice print is made.',
        { place },
      ),
    },
    analytics: {
      name: t('purpose.analytics', 'Making interviews better'),
      text: t('purpose.analytics.text', 'Counts how long steps take and where lines break, without your words.'),
      more: t(
        'purpose.analytics.more',
        'Used to find what is slow or confusing. Never sold, never used to train a model.',
      ),
    },
  };
}
