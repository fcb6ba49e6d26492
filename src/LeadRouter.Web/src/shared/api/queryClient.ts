import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './http';

export const sessionKey = ['session'] as const;

/** Makes the client; any 401 means that the session is gone, and the route guards lead to the sign-in page. */
export function createQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof ProblemError && error.status === 401) client.setQueryData(sessionKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // A refusal does not change by asking again; only a lost answer does.
        retry: (count, error) =>
          count < 2 && (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500),
      },
    },
  });
  return client;
}
