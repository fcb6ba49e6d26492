import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { mockDesk } from '../dev/mockLeads';
import type { HubLink, LinkStatus } from '../src/shared/api/hubLink';
import type { HubReply, RepState } from '../src/shared/api/wire';
import { createQueryClient } from '../src/shared/api/queryClient';
import { Toasts } from '../src/shared/ui/Toasts';

/** The hub as a test plays it: it records calls, answers as told, and sends what the test wants. */
export class FakeLink implements HubLink {
  status: LinkStatus = 'connected';
  readonly calls: [string, ...unknown[]][] = [];
  reply: (method: string) => HubReply | Promise<HubReply> = () => ({ ok: true });
  readonly #handlers = new Map<string, (payload: never) => void>();
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  on<T>(message: string, handler: (payload: T) => void) {
    this.#handlers.set(message, handler);
  }

  async invoke(method: string, ...args: unknown[]) {
    this.calls.push([method, ...args]);
    return this.reply(method);
  }

  start = () => undefined;
  stop = () => undefined;

  send(message: string, payload: unknown) {
    act(() => this.#handlers.get(message)?.(payload as never));
  }

  setStatus(status: LinkStatus) {
    act(() => {
      this.status = status;
      this.#listeners.forEach((listener) => listener());
    });
  }
}

export const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

export const repState = (over: Partial<RepState> = {}): RepState => ({
  repId: 'rep-1',
  name: 'Dana',
  presence: 'available',
  presenceSince: at(-60),
  capacity: 1,
  activeLeads: 0,
  missedInRow: 0,
  offers: [],
  leads: [],
  reminders: [],
  today: { accepted: 0, missed: 0, calls: 0, contacts: 0, deals: 0, revenue: { amount: 0, currency: 'ILS' } },
  desk: mockDesk,
  serverTime: at(0),
  ...over,
});

export function show(children: ReactNode) {
  const element = (
    <>
      {children}
      <Toasts />
    </>
  );
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <MantineProvider env="test">
        <RouterProvider router={createMemoryRouter([{ path: '*', element }])} />
      </MantineProvider>
    </QueryClientProvider>,
  );
}
