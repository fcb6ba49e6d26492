import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, post } from '../../shared/api/http';
import { repsQuery } from '../../shared/api/repsQuery';
import type { Presence } from '../../shared/api/wire';

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
