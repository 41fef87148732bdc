/**
 * The far end of a relay, for measuring: speaks the wire of a live model, says what it is told to and notes when sound
 * arrives. It neither hears nor thinks, so that what is measured is the way to it. Under `/direct` it echoes.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';

export interface UpstreamLine {
  /** Sound has arrived, base64. */
  onSound: (data: string) => void;
  /** The candidate's turn is over. */
  onTurnOver: () => void;
  /** More of what the candidate said. */
  heard(text: string): void;
  /** More of the model's words. */
  words(text: string): void;
  /** More of its voice, base64. */
  sound(data: string): void;
  turnOver(): void;
}

export interface Upstream {
  url: string;
  /** Lines as they were opened, oldest first. */
  lines: UpstreamLine[];
  close(): Promise<void>;
}

interface FromUs {
  setup?: object;
  realtimeInput?: { audio?: { data: string }; activityEnd?: object };
}

export async function openUpstream(): Promise<Upstream> {
  const lines: UpstreamLine[] = [];
  // Known lines are asked for by HTTP; there is no voice here.
  const server = createServer((_, response) => response.writeHead(503).end());
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  sockets.on('connection', (socket, { url }) => {
    if (url === '/direct') socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
    else lines.push(modelOn(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The upstream has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    lines,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function modelOn(socket: WebSocket): UpstreamLine {
  const send = (frame: object) => socket.send(Buffer.from(JSON.stringify(frame)));
  const line: UpstreamLine = {
    onSound: () => {},
    onTurnOver: () => {},
    heard: (text) => send({ serverContent: { inputTranscription: { text } } }),
    words: (text) => send({ serverContent: { outputTranscription: { text } } }),
    sound: (data) =>
      send({ serverContent: { modelTurn: { parts: [{ inlineData: { mimeType: 'audio/pcm;rate=24000', data } }] } } }),
    turnOver: () => send({ serverContent: { generationComplete: true, turnComplete: true } }),
  };
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as FromUs;
    const { audio, activityEnd } = frame.realtimeInput ?? {};
    if (audio !== undefined) line.onSound(audio.data);
    else if (activityEnd !== undefined) line.onTurnOver();
    else if (frame.setup !== undefined) send({ setupComplete: {} });
  });
  return line;
}
