/** What any relay must do at least: Workers of a few lines that echo, or pass sound on in the provider's wire. */

/** Echoes from an object of its own for each path. */
export const ECHO = `import { DurableObject } from 'cloudflare:workers';
export class Echo extends DurableObject {
  fetch() { const pair = new WebSocketPair(); this.ctx.acceptWebSocket(pair[1]); return new Response(null, { status: 101, webSocket: pair[0] }); }
  webSocketMessage(socket, message) { socket.send(message); }
}
${entry()}`;

/**
 * PCM from the client becomes the provider's JSON, and its sound and words go back. The client's socket outlives the
 * object's sleep, as the product's does.
 */
export function relayTo(upstream: string): string {
  return `import { DurableObject } from 'cloudflare:workers';
export class Echo extends DurableObject {
  async fetch() {
    const pair = new WebSocketPair();
    this.client = pair[1];
    this.ctx.acceptWebSocket(this.client);
    const answer = await fetch('${upstream}/model', { headers: { upgrade: 'websocket' } });
    this.model = answer.webSocket;
    this.model.binaryType = 'arraybuffer';
    this.model.accept();
    this.model.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data));
      const { modelTurn, inputTranscription } = frame.serverContent ?? {};
      if (inputTranscription) this.client.send(JSON.stringify({ text: inputTranscription.text }));
      const sound = modelTurn?.parts[0].inlineData.data;
      if (sound) this.client.send(Uint8Array.from(atob(sound), (one) => one.charCodeAt(0)));
    });
    this.model.send(JSON.stringify({ setup: {} }));
    return new Response(null, { status: 101, webSocket: pair[0] });
  }
  webSocketMessage(_, data) {
    const audio = { mimeType: 'audio/pcm;rate=16000', data: btoa(String.fromCharCode(...new Uint8Array(data))) };
    this.model.send(JSON.stringify({ realtimeInput: { audio } }));
  }
}
${entry()}`;
}

function entry(): string {
  return `export default { fetch: (request, env) => request.headers.get('upgrade')
  ? env.ECHO.get(env.ECHO.idFromName(new URL(request.url).pathname)).fetch(request) : new Response('here') };`;
}
