/** A tenant, a published plan and a candidate at the door, made over the public API as people would. */
import { MAILBOX_COOKIE } from '../support/mailbox-key.ts';

const KEY_HEADER = 'authorization';

/** One person's browser, as far as a program needs one: an address and its cookies. */
export class Caller {
  private readonly url: string;
  private readonly cookies = new Map<string, string>();

  constructor(url: string) {
    this.url = url;
  }

  async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  /** The six digits last mailed to this address. */
  async code(region: string, to: string): Promise<string> {
    for (;;) {
      const { messages } = await this.call<{ messages: { to: string; subject: string; text: string }[] }>(
        'GET',
        `/api/visitor/mailbox?region=${region}`,
        undefined,
        { cookie: MAILBOX_COOKIE },
      );
      const found = messages.find((mail) => mail.to === to && /\b\d{3}\s?\d{3}\b/.test(mail.subject + mail.text));
      const code = found === undefined ? null : /\b(\d{3})\s?(\d{3})\b/.exec(found.subject + found.text);
      if (code !== null) return `${code[1]}${code[2]}`;
    }
  }
}

export interface AtTheDoor {
  owner: Caller;
  candidate: Caller;
  interview: string;
}

export async function aCandidateAtTheDoor(url: string, operatorKey: string): Promise<AtTheDoor> {
  const region = 'eu';
  const mark = crypto.randomUUID().slice(0, 8);
  const [ownerAddress, address] = [`owner.${mark}@example.com`, `noor.${mark}@example.com`];
  const operator = new Caller(url);
  await operator.call(
    'POST',
    '/api/operator/tenants',
    { region, name: 'Harbour Bakery', owner: { name: 'Ines Carvalho', email: ownerAddress } },
    { [KEY_HEADER]: `Bearer ${operatorKey}` },
  );
  const owner = new Caller(url);
  await owner.call('POST', '/api/visitor/sign-in/code', { region, email: ownerAddress });
  const ownerCode = await owner.code(region, ownerAddress);
  await owner.call('POST', '/api/visitor/sign-in', { region, email: ownerAddress, code: ownerCode });
  const { id: role } = await owner.call<{ id: string }>('POST', '/api/recruiter/roles', {
    title: 'Night baker',
    location: 'Bremen',
  });
  const { templates } = await owner.call<{ templates: { id: string }[] }>('GET', '/api/recruiter/plan-templates');
  const plan = `/api/recruiter/roles/${role}/plan`;
  await owner.call('POST', `${plan}/draft`, { from: 'template', revision: null, template: templates[0]?.id });
  await owner.call('POST', `${plan}/publish`, { revision: 1 });
  const { link: address_, interview } = await owner.call<{ link: string; interview: string }>(
    'POST',
    `/api/recruiter/roles/${role}/invitations`,
    { name: 'Noor El-Amrani', email: address },
  );
  const link = address_.split('#')[1];
  const candidate = new Caller(url);
  await candidate.call('POST', '/api/visitor/link', { link });
  await candidate.call('POST', '/api/visitor/link/code', { link });
  await candidate.call('POST', '/api/visitor/link/verify', { link, code: await candidate.code(region, address) });
  const { textVersion } = await candidate.call<{ textVersion: string }>('GET', '/api/candidate/interview');
  const purposes = { interview: true, recording: false, analytics: false };
  await candidate.call('POST', '/api/candidate/consents', { purposes, textVersion, language: 'en' });
  return { owner, candidate, interview };
}
