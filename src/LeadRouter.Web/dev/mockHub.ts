import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

type Send = (target: string, payload: unknown) => void;

export interface HubBehaviour {
  onConnect: (send: Send) => void;
  onDisconnect?: (send: Send) => void;
  invoke?: (target: string, args: unknown[]) => unknown;
}

interface Invocation {
  type: number;
  target: string;
  arguments: unknown[];
  invocationId?: string;
}

const recordEnd = '\u001e';
const pingMs = 10_000;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** Enough of the SignalR protocol (JSON over server-sent events) for the real client to talk to. */
export class MockHub {
  readonly #streams = new Map<string, { response: ServerResponse; send: Send }>();

  constructor(private readonly behaviour: HubBehaviour) {}

  broadcast: Send = (target, payload) => this.#streams.forEach(({ send }) => send(target, payload));

  /** Cuts every line, as a restarted server does. */
  drop() {
    this.#streams.forEach(({ response }) => response.end());
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL) {
    if (url.pathname.endsWith('/negotiate')) {
      const connectionToken = randomUUID();
      const availableTransports = [{ transport: 'ServerSentEvents', transferFormats: ['Text'] }];
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ negotiateVersion: 1, connectionId: connectionToken, connectionToken, availableTransports }),
      );
      return;
    }
    const id = url.searchParams.get('id') ?? '';
    if (request.method === 'GET') this.#open(id, request, response);
    else if (request.method === 'POST') {
      const body = await readBody(request);
      body
        .split(recordEnd)
        .filter((record) => record !== '')
        .forEach((record) => this.#receive(id, record));
      response.end();
    } else response.end();
  }

  #open(id: string, request: IncomingMessage, response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    const send: Send = (target, payload) => this.#write(id, { type: 1, target, arguments: [payload] });
    this.#streams.set(id, { response, send });
    const ping = setInterval(() => this.#write(id, { type: 6 }), pingMs);
    request.on('close', () => {
      clearInterval(ping);
      this.#streams.delete(id);
      this.behaviour.onDisconnect?.(send);
    });
  }

  #write(id: string, message: unknown) {
    this.#streams.get(id)?.response.write(`data: ${JSON.stringify(message)}${recordEnd}\n\n`);
  }

  #receive(id: string, record: string) {
    const message = JSON.parse(record) as Invocation | { protocol: string };
    if ('protocol' in message) {
      this.#write(id, {});
      const stream = this.#streams.get(id);
      if (stream) this.behaviour.onConnect(stream.send);
    } else if (message.type === 1 && message.invocationId !== undefined) {
      const result = this.behaviour.invoke?.(message.target, message.arguments) ?? { ok: true };
      this.#write(id, { type: 3, invocationId: message.invocationId, result });
    }
  }
}
