/** Takes webhooks at an address that is known first, and hands them on to one that is known later. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Told {
  body: string;
  authorization: string;
  type: string;
}

export interface Relay {
  url: string;
  /** Everything that came, as it came. */
  told: Told[];
  /** Where each goes from now on. */
  forward(url: string): void;
  close(): Promise<void>;
}

export async function openRelay(): Promise<Relay> {
  const told: Told[] = [];
  let target: string | null = null;
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const body = Buffer.concat(parts);
    told.push({ body: body.toString('utf8'), authorization, type });
    const headers = { authorization, 'content-type': type };
    const answer = target === null ? null : await fetch(target, { method: 'POST', body, headers }).catch(() => null);
    response.writeHead(answer?.status ?? 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told,
    forward: (url) => {
      target = url;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
