/** The rehearsed interviewer: follows the plan's own rules within its budget; no model is asked. */
import type { Conversation } from './conversation.ts';
import { nextRehearsed } from './rehearsed-rules.ts';

export function rehearsed(): Conversation {
  return {
    maker: 'rehearsed',
    async reply(request) {
      return nextRehearsed(request);
    },
  };
}
