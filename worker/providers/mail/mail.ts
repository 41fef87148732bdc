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
    | 'candidate-code'
    | 'invitation'
    | 'consent-copy'
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
  /** `embedded` keeps messages in the region's own mailbox; they can be read at /mailbox. */
  readonly maker: 'embedded' | 'resend';
  send(message: Message): Promise<'sent' | 'already-sent'>;
  /** The newest messages of the embedded mailbox; null when a real maker sends. */
  mailbox(limit: number): Promise<SentMessage[] | null>;
}
