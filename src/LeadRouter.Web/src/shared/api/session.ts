import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, get, post, ProblemError } from './http';
import { sessionKey } from './queryClient';
import type { Session, User } from './wire';

/** Null when nobody is signed in, which is an answer here and not an error. */
async function currentUser(): Promise<User | null> {
  try {
    return await get<User>('/api/v1/sessions/current');
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) return null;
    throw error;
  }
}

export const useCurrentUser = () =>
  useQuery({ queryKey: sessionKey, queryFn: currentUser, staleTime: 60_000, refetchOnWindowFocus: true });

export const isSupervisor = (user: User) => user.roles.some((role) => role === 'supervisor' || role === 'admin');

export const isAdmin = (user: User) => user.roles.includes('admin');

/** The screen a person works on. */
export const homeOf = (user: User) => (isSupervisor(user) ? '/board' : '/desk');

/** What the last person on this machine saw is not for the next one. The session itself stays: guards watch it. */
const forgetOthersData = (client: QueryClient) =>
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });

function useSessionStart<TBody>(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: TBody) => post<Session>(path, body),
    onSuccess: ({ user }) => {
      forgetOthersData(client);
      client.setQueryData(sessionKey, user);
    },
  });
}

export const useSignIn = () => useSessionStart<{ user: string; password: string }>('/api/v1/sessions');

export const useSetup = () => useSessionStart<{ token: string; user: string; password: string }>('/api/v1/setup');

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call<undefined>('DELETE', '/api/v1/sessions'),
    onSuccess: () => {
      sessionStorage.clear();
      forgetOthersData(client);
      client.setQueryData(sessionKey, null);
    },
  });
}
