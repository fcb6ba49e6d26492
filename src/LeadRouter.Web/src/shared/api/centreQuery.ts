import { queryOptions } from '@tanstack/react-query';
import type { Board } from './wire';
import { get } from './http';

/** The queues to choose from and the centre's time zone, which the board tells to supervisors and administrators alike. */
export const centreQuery = queryOptions({
  queryKey: ['centre'],
  queryFn: () => get<Board>('/api/v1/board'),
  select: ({ queues, timeZone }) => ({
    timeZone,
    queues: queues.map(({ queue, name }) => ({ value: queue, label: name })),
  }),
  staleTime: 60_000,
});
