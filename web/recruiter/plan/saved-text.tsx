/** Whether what is on the page is with the server, in a few words. */
import { time } from '../../shared/format.ts';
import { t } from '../../shared/i18n.ts';
import type { Saving } from './use-plan.ts';

export function SavedText({ saving }: { saving: Saving }) {
  return <span class="plan-saved muted nowrap">{words(saving)}</span>;
}

function words(saving: Saving): string {
  switch (saving.state) {
    case 'saved':
      return saving.at === null ? '' : t('plan.saved', 'Draft saved {time}', { time: time(saving.at) });
    case 'waiting':
    case 'saving':
      return t('plan.saving', 'Saving…');
    case 'conflict':
    case 'failed':
      return t('plan.not-saved', 'Not saved');
  }
}
