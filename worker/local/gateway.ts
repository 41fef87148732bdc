/**
 * Neon's protocol in front of any PostgreSQL: queries over `POST /sql`, raw connections over the WebSocket
 * `/v2`. The database in the connection string says which region's PostgreSQL is meant, so one port serves all.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { WebSocketServer } from 'ws';
import { isLoopback } from '../host-rules.ts';
import { asPgStream, type Backend, type Resolve } from './gateway-backends.ts';
import { type CancelKeys, relaySocket } from './gateway-socket.ts';
import { answerSql, refusal, type SqlAnswer } from './gateway-sql.ts';

export interface Gateway {
  port: number;
  close(): Promise<void>;
}

/** Neon takes 64 MiB over HTTP. */
const BODY_BYTES_MAX = 64 * 1024 * 1024;
const CONNECTIONS_PER_DATABASE = 8;

/** Serves on 127.0.0.1. Port 0 takes a free one. */
export async function serveGateway(port: number, resolve: Resolve): Promise<Gateway> {
  const pools = new Map<string, Pool>();
  const cancelKeys: CancelKeys = new Map();
  const server = createServer((request, response) => void answer(request, response, pools, resolve));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: BODY_BYTES_MAX, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    if (new URL(request.url ?? '/', 'http://gateway').pathname !== '/v2' || forbidden(request)) {
      socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (socket) => relaySocket(socket, resolve, cancelKeys));
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await Promise.all([...pools.values()].map((pool) => pool.end().catch(() => {})));
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done());
  });
}

/** A web page has no business here; it shows in its origin, or in a name of its own that was pointed at this machine. */
function forbidden(request: IncomingMessage): boolean {
  const host = `http://${request.headers.host ?? ''}`;
  if (!URL.canParse(host) || !isLoopback(new URL(host).hostname)) return true;
  return request.headers.origin?.startsWith('http') === true || request.headers['sec-fetch-site'] !== undefined;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pools: Map<string, Pool>,
  resolve: Resolve,
): Promise<void> {
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (request.method !== 'POST' || request.url !== '/sql' || forbidden(request))
    return send(404, { message: 'not here' });
  try {
    const body = await readJson(request);
    const done =
      body === null
        ? refusal('the body is not JSON or too large', '08P01')
        : await query(body, request, pools, resolve);
    send(done.status, done.body);
  } catch (error) {
    send(500, { message: String(error) });
  }
}

async function query(
  body: unknown,
  request: IncomingMessage,
  pools: Map<string, Pool>,
  resolve: Resolve,
): Promise<SqlAnswer> {
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const connection = header('neon-connection-string') ?? '';
  if (!URL.canParse(connection)) return refusal('no connection string', '08P01');
  let pool = pools.get(connection);
  if (pool === undefined) {
    const { username, password, pathname } = new URL(connection);
    const database = decodeURIComponent(pathname.slice(1));
    const backend = await resolve(database);
    if (backend === null) return refusal(`database "${database}" does not exist`, '3D000');
    pool =
      pools.get(connection) ?? openPool(backend, decodeURIComponent(username), decodeURIComponent(password), database);
    pools.set(connection, pool);
  }
  return await answerSql(pool, { body, header });
}

function openPool(backend: Backend, user: string, password: string, database: string): Pool {
  const pool = new Pool({
    user,
    password,
    database,
    max: CONNECTIONS_PER_DATABASE,
    allowExitOnIdle: true,
    stream: () => asPgStream(backend.open()) as never,
  });
  // An idle connection that drops is replaced by the next request.
  pool.on('error', () => {});
  return pool;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
