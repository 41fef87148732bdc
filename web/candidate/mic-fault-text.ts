/** Why a microphone cannot be used, and what to do about it. */
import { t } from '../shared/i18n.ts';
import type { MicrophoneFault } from './recorder/microphone.ts';

export function micFaultText(fault: MicrophoneFault): { title: string; text: string } {
  switch (fault) {
    case 'blocked':
      return {
        title: t('mic.blocked', 'The browser blocks the microphone.'),
        text: t(
          'mic.blocked.text',
          'Press the sign beside the address at the top, allow the microphone for this page, and try again.',
        ),
      };
    case 'none':
      return {
        title: t('mic.none', 'There is no microphone.'),
        text: t('mic.none.text', 'Plug one in or switch your headset on, and try again.'),
      };
    case 'busy':
      return {
        title: t('mic.busy', 'Another program holds the microphone.'),
        text: t('mic.busy.text', 'Close calls and recorders in other windows, and try again.'),
      };
    case 'no-output':
      return {
        title: t('mic.no-output', 'This browser finds no sound device.'),
        text: t(
          'mic.no-output.text',
          'It can’t listen while there is nothing to play sound on. Plug headphones or a speaker in, and try again; or type.',
        ),
      };
    case 'unsupported':
      return {
        title: t('mic.unsupported', 'This browser can’t use a microphone here.'),
        text: t('mic.unsupported.text', 'Open the link in another browser, or type.'),
      };
  }
}
