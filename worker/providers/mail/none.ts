/** No mail at all: what is to be sent is refused, so that nobody waits for a message that never leaves. */
import { Problem } from '../../problems.ts';
import type { Mail } from './mail.ts';

export function noMail(): Mail {
  return {
    maker: 'none',
    async send() {
      throw new Problem('mail_unavailable', { detail: 'This installation has no mail provider.' });
    },
    async sendAll(messages) {
      if (messages.length > 0)
        throw new Problem('mail_unavailable', { detail: 'This installation has no mail provider.' });
    },
    async mailbox() {
      return null;
    },
  };
}
