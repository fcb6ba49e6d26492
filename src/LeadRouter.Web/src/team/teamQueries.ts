import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Board } from '../api/boardTypes';
import { call, get, post } from '../api/http';
import type { Presence, Rep } from '../api/types';

export const repsQuery = queryOptions({
  queryKey: ['reps'],
  queryFn: () => get<Rep[]>('/api/v1/reps'),
  refetchInterval: 5_000,
});

/** Rep id to shown name. */
export function useRepNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(repsQuery);
  return new Map(data?.map(({ repId, name }) => [repId, name]));
}

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

/** The fields of a rep that the form edits; a new one also needs `user`. */
export interface RepFields {
  user?: string;
  password?: string;
  name: string;
  queues: string[];
  skills: Record<string, number>;
  languages: string[];
  capacity: number;
  phone?: string;
  active?: boolean;
}

/** Creates a rep, or changes the one with the given id. */
export function useSaveRep(repId: string | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: RepFields) =>
      repId === null
        ? post<unknown>('/api/v1/reps', fields)
        : call<unknown>('PATCH', `/api/v1/reps/${encodeURIComponent(repId)}`, fields),
    onSuccess: () => client.invalidateQueries({ queryKey: repsQuery.queryKey }),
  });
}

/** A supervisor's override of a rep's presence. */
export function useSetPresence() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ repId, state }: { repId: string; state: Presence }) =>
      post<unknown>(`/api/v1/reps/${encodeURIComponent(repId)}/presence`, { state, reason: 'supervisor' }),
    onSuccess: () => client.invalidateQueries({ queryKey: repsQuery.queryKey }),
  });
}

export const useCreateUser = () =>
  useMutation({
    mutationFn: (body: { user: string; password: string; name: string; role: string }) =>
      post<unknown>('/api/v1/users', body),
  });
