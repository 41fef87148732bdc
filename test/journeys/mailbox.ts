/** Reads the embedded mailbox as a person would: waits for a mail, takes the code or the link out of it. */
import { MAILBOX_COOKIE } from '../support/mailbox-key.ts';
import { until } from '../support/until.ts';

interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
  at: string;
}

/** Whoever waits for a mail asks often: each time from a network of its own, or the limit of visitors would end it. */
function freshNetwork(): string {
  const group = () => Math.floor(Math.random() * 65_536).toString(16);
  return `2001:db8:${group()}:${group()}::1`;
}

export async function mails(url: string, region: string, to: string): Promise<Mail[]> {
  const answer = await fetch(`${url}/api/visitor/mailbox?region=${region}`, {
    headers: { cookie: MAILBOX_COOKIE, 'cf-connecting-ip': freshNetwork() },
  });
  const { messages } = (await answer.json()) as { messages: Mail[] };
  return messages.filter((mail) => mail.to === to);
}

/** A decline's letter rests before it leaves, and the machine may be busy then. */
const MAIL_MS = 60_000;
/** Readers of the mailbox are counted; who looks more often is refused before a resting letter comes. */
const LOOK_MS = 400;

/** The newest mail to someone that fits, and is none of those seen before. */
export async function nextMail(
  url: string,
  asked: { region: string; to: string; fits?: RegExp; after?: readonly Mail[] },
): Promise<Mail> {
  const seen = new Set((asked.after ?? []).map((mail) => mail.id));
  const look = async () =>
    (await mails(url, asked.region, asked.to)).find(
      (mail) => !seen.has(mail.id) && (asked.fits?.test(`${mail.subject}\n${mail.text}`) ?? true),
    );
  return await until(look, `a mail to ${asked.to}`, MAIL_MS, LOOK_MS);
}

export function codeIn(mail: Mail): string {
  const code = /\b(\d{3}) ?(\d{3})\b/.exec(mail.text);
  if (code === null) throw new Error(`No code in: ${mail.text}`);
  return `${code[1]}${code[2]}`;
}

export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+\/i#\S+?(?=[.,;)]?(\s|$))/.exec(mail.text);
  if (link === null) throw new Error(`No link in: ${mail.text}`);
  return link[0];
}
