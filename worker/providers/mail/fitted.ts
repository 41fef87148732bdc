/** Mail within its limits: a subject is one line of a length that programs show, and no body grows without end. */
import { LIMITS } from '../../limits.ts';
import { Problem } from '../../problems.ts';
import { oneLine } from '../../text-rules.ts';
import type { Mail, Message } from './mail.ts';

export function fittedMail(mail: Mail): Mail {
  return {
    ...mail,
    send: (message) => mail.send(fitted(message)),
    sendAll: (messages) => mail.sendAll(messages.map(fitted)),
  };
}

/** @throws Problem too_large */
function fitted(message: Message): Message {
  if (new TextEncoder().encode(message.text).byteLength > LIMITS.mail.bodyBytes) throw new Problem('too_large');
  return { ...message, subject: shortened(oneLine(message.subject)) };
}

function shortened(subject: string): string {
  const signs = [...subject];
  return signs.length <= LIMITS.mail.subject ? subject : `${signs.slice(0, LIMITS.mail.subject - 1).join('')}…`;
}
