import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import type { Arguments, Call, HubReply, Hubs, HubUrl, Message } from './wire';
import { endlessRetry, isUnauthorized, retryDelayMs } from './retryPolicy';

export type LinkStatus = 'connecting' | 'connected' | 'reconnecting' | 'signedOut';

/** One hub of the server, connected for as long as the screen that needs it is open. */
export interface HubLink<THub extends HubUrl = HubUrl> {
  readonly status: LinkStatus;
  /** Calls back on every change of the status; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  on<M extends Message<THub>>(message: M, handler: (payload: Hubs[THub]['messages'][M]) => void): void;
  invoke<C extends Call<THub>>(method: C, ...args: Arguments<THub, C>): Promise<HubReply>;
  start(): void;
  stop(): void;
}

export interface HubLinkOptions {
  /** A token instead of the session cookie. */
  accessToken?: string;
  /** A refused token is tried again after this many milliseconds; without it the link stays signed out. */
  retryRefusedAfterMs?: number;
}

class SignalRLink<THub extends HubUrl> implements HubLink<THub> {
  status: LinkStatus = 'connecting';
  readonly #connection: HubConnection;
  readonly #options: HubLinkOptions;
  readonly #listeners = new Set<() => void>();
  #wanted = false;
  #looping = false;

  constructor(url: THub, options: HubLinkOptions) {
    this.#options = options;
    const { accessToken } = options;
    this.#connection = new HubConnectionBuilder()
      .withUrl(url, accessToken === undefined ? {} : { accessTokenFactory: () => accessToken })
      .withAutomaticReconnect(endlessRetry)
      .configureLogging(LogLevel.None)
      .build();
    this.#connection.onreconnecting(() => this.#set('reconnecting'));
    this.#connection.onreconnected(() => this.#set('connected'));
    this.#connection.onclose(() => {
      if (!this.#wanted) return;
      this.#set('reconnecting');
      void this.#connect();
    });
  }

  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  on<M extends Message<THub>>(message: M, handler: (payload: Hubs[THub]['messages'][M]) => void) {
    this.#connection.on(message, handler);
  }

  invoke<C extends Call<THub>>(method: C, ...args: Arguments<THub, C>) {
    return this.#connection.invoke<HubReply>(method, ...args);
  }

  start() {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#set('connecting');
    void this.#connect();
  }

  stop() {
    this.#wanted = false;
    void this.#connection.stop();
  }

  /** Automatic reconnection covers only a link that was up once; the first connection is ours to repeat. */
  async #connect() {
    if (this.#looping) return;
    this.#looping = true;
    for (let retry = 0; this.#wanted; retry++) {
      try {
        await this.#connection.start();
        this.#set('connected');
        break;
      } catch (error) {
        const refused = isUnauthorized(error);
        if (refused) this.#set('signedOut');
        const delayMs = refused ? this.#options.retryRefusedAfterMs : retryDelayMs(retry, Math.random());
        if (delayMs === undefined) this.#wanted = false;
        else await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
    this.#looping = false;
  }

  #set(status: LinkStatus) {
    if (this.status === status) return;
    this.status = status;
    this.#listeners.forEach((listener) => listener());
  }
}

export const createHubLink = <THub extends HubUrl>(url: THub, options: HubLinkOptions = {}): HubLink<THub> =>
  new SignalRLink(url, options);
