/** A browser as the product sees one: it keeps the cookies it is given and sends them back, from one network. */
import { request } from './story.ts';

let networks = 0;

/** An address of documentation networks that no other test of this run comes from. */
export function aNetwork(): string {
  networks += 1;
  return `2001:db8:${(networks >> 8).toString(16)}:${(networks & 255).toString(16)}::1`;
}

export class Browser {
  readonly cookies = new Map<string, string>();
  ip: string;
  private readonly keepsCookies: boolean;

  constructor({ ip = aNetwork(), keepsCookies = true }: { ip?: string; keepsCookies?: boolean } = {}) {
    this.ip = ip;
    this.keepsCookies = keepsCookies;
  }

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await request(path, {
      method,
      headers: {
        'cf-connecting-ip': this.ip,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (this.keepsCookies) for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}
