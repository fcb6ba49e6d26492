import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from './http';
import type { Rep } from './wire';

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
