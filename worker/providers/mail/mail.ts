/** The mail port. A message is sent at most once per idempotency key (invariant I6). */

export interface Message {
  /** Id of the stored message, of the sending tenant's region. */
  id: string;
  tenantId: string;
  to: string;
  subject: string;
  text: string;
  /** What the message is for; stands in the idempotency key too. */
  purpose:
    | 'member-code'
    | 'member-added'
    | 'member-device'
    | 'candidate-code'
    | 'invitation'
    | 'invitation-reminder'
    | 'consent-copy'
    | 'confirmation'
    | 'report-ready'
    | 'decision'
    | 'decision-due'
    | 'request';
  idempotencyKey: string;
}

export interface SentMessage extends Message {
  sentAt: Date;
}

export interface Mail {
  /** `embedded` keeps messages in the region's own mailbox, read at /mailbox on the machine that serves; `none` refuses. */
  readonly maker: 'embedded' | 'resend' | 'none';
  /** @throws Problem mail_unavailable where nothing can be sent */
  send(message: Message): Promise<'sent' | 'already-sent'>;
  /** The same for many of one tenant. @throws Problem mail_unavailable */
  sendAll(messages: readonly Message[]): Promise<void>;
  /** The newest messages of the embedded mailbox; null where there is none. */
  mailbox(limit: number): Promise<SentMessage[] | null>;
}
