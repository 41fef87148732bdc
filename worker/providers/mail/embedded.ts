/** The embedded mailbox: messages rest in the region's database and are read in the browser, not delivered. */
import { sql } from 'drizzle-orm';
import type { Mail, SentMessage } from './mail.ts';

/** The few calls that the mailbox needs of a database; the region's own fits. */
export interface MailStore {
  transaction<T>(scope: { tenant: string } | { mailbox: true }, run: (tx: MailTransaction) => Promise<T>): Promise<T>;
}
interface MailTransaction {
  execute(query: ReturnType<typeof sql>): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>;
}

export function embeddedMail(store: MailStore): Mail {
  return {
    maker: 'embedded',
    async send(message) {
      const done = await store.transaction({ tenant: message.tenantId }, (tx) =>
        tx.execute(sql`
          insert into mails (id, tenant_id, recipient, subject, body, purpose, idempotency_key)
          values (${message.id}, ${message.tenantId}, ${message.to}, ${message.subject}, ${message.text},
                  ${message.purpose}, ${message.idempotencyKey})
          on conflict (tenant_id, idempotency_key) do nothing`),
      );
      return done.rowCount === 0 ? 'already-sent' : 'sent';
    },
    async mailbox(limit) {
      const found = await store.transaction({ mailbox: true }, (tx) =>
        tx.execute(sql`select * from mails order by sent_at desc, id desc limit ${limit}`),
      );
      return found.rows.map(fromRow);
    },
  };
}

function fromRow(row: Record<string, unknown>): SentMessage {
  return {
    id: String(row.id),
    tenantId: String(row.tenant_id),
    to: String(row.recipient),
    subject: String(row.subject),
    text: String(row.body),
    purpose: row.purpose as SentMessage['purpose'],
    idempotencyKey: String(row.idempotency_key),
    sentAt: new Date(String(row.sent_at)),
  };
}
