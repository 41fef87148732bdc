/** The embedded mailbox: messages rest in the region's database and are read in the browser, not delivered. */
import { sql } from 'drizzle-orm';
import type { Mail, Message, SentMessage } from './mail.ts';

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
      const kept = await keep(store, message.tenantId, [message]);
      return kept === 0 ? 'already-sent' : 'sent';
    },
    async sendAll(messages) {
      const [first] = messages;
      if (first !== undefined) await keep(store, first.tenantId, messages);
    },
    async mailbox(limit) {
      const found = await store.transaction({ mailbox: true }, (tx) =>
        tx.execute(sql`select * from mails order by sent_at desc, id desc limit ${limit}`),
      );
      return found.rows.map(fromRow);
    },
  };
}

/** How many of them were not there yet. */
async function keep(store: MailStore, tenantId: string, messages: readonly Message[]): Promise<number> {
  const rows = messages.map(
    (one) =>
      sql`(${one.id}, ${tenantId}, ${one.to}, ${one.subject}, ${one.text}, ${one.purpose}, ${one.idempotencyKey})`,
  );
  const done = await store.transaction({ tenant: tenantId }, (tx) =>
    tx.execute(sql`
      insert into mails (id, tenant_id, recipient, subject, body, purpose, idempotency_key)
      values ${sql.join(rows, sql`, `)} on conflict (tenant_id, idempotency_key) do nothing`),
  );
  return done.rowCount ?? 0;
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
