import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '../../shared/api/http';
import type { LeadPage } from '../../shared/api/wire';

export interface LeadFilters {
  state: string;
  queue: string;
  owner: string;
  q: string;
}

const pageSize = 50;

/** Leads by filters, page after page by the server's cursor. */
export const leadsQuery = (filters: LeadFilters) =>
  infiniteQueryOptions({
    queryKey: ['leads', filters],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: String(pageSize) });
      for (const [name, value] of Object.entries(filters)) if (value !== '') query.set(name, value as string);
      if (pageParam !== null) query.set('cursor', pageParam);
      return get<LeadPage>(`/api/v1/leads?${query.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
