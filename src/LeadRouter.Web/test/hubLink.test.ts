import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createHubLink } from '../src/shared/api/hubLink';

const connection = vi.hoisted(() => ({
  start: vi.fn<() => Promise<void>>(),
  stop: vi.fn<() => Promise<void>>(),
  closed: [] as (() => void)[],
}));

vi.mock('@microsoft/signalr', () => {
  class HubConnectionBuilder {
    withUrl = () => this;
    withAutomaticReconnect = () => this;
    configureLogging = () => this;
    build = () => ({
      start: connection.start,
      stop: connection.stop,
      onclose: (listener: () => void) => connection.closed.push(listener),
      onreconnecting: () => undefined,
      onreconnected: () => undefined,
    });
  }
  return { HubConnectionBuilder, LogLevel: { None: 6 } };
});

const unauthorized = new Error("Unauthorized: Status code '401'");

describe('Hub link', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    connection.start.mockReset().mockResolvedValue();
    connection.stop.mockReset().mockResolvedValue();
    connection.closed.length = 0;
  });

  it('keeps trying a server that is not up yet', async () => {
    connection.start.mockRejectedValueOnce(new Error('refused')).mockRejectedValueOnce(new Error('refused'));
    const link = createHubLink('/hubs/rep');
    link.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(connection.start).toHaveBeenCalledTimes(3);
    expect(link.status).toBe('connected');
  });

  it('starts again when the connection closes for good', async () => {
    const link = createHubLink('/hubs/rep');
    link.start();
    await vi.advanceTimersByTimeAsync(0);
    connection.closed.forEach((listener) => listener());
    expect(link.status).toBe('reconnecting');
    await vi.advanceTimersByTimeAsync(0);
    expect(link.status).toBe('connected');
    expect(connection.start).toHaveBeenCalledTimes(2);
  });

  it('reports a session that is gone, once', async () => {
    connection.start.mockRejectedValue(unauthorized);
    const link = createHubLink('/hubs/rep');
    link.start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(link.status).toBe('signedOut');
    expect(connection.start).toHaveBeenCalledTimes(1);
  });

  it('asks again for a wallboard whose token was refused', async () => {
    connection.start.mockRejectedValueOnce(unauthorized);
    const link = createHubLink('/hubs/wallboard', { accessToken: 't', retryRefusedAfterMs: 30_000 });
    link.start();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(link.status).toBe('signedOut');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(link.status).toBe('connected');
  });

  it('stays closed after it was stopped', async () => {
    const link = createHubLink('/hubs/rep');
    link.start();
    await vi.advanceTimersByTimeAsync(0);
    link.stop();
    connection.closed.forEach((listener) => listener());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.start).toHaveBeenCalledTimes(1);
  });
});
