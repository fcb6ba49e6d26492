import { queryOptions } from '@tanstack/react-query';
import { get } from './http';
import type { LeadDetail } from './wire';

export const leadQuery = (leadId: string) =>
  queryOptions({
    queryKey: ['lead', leadId],
    queryFn: () => get<LeadDetail>(`/api/v1/leads/${encodeURIComponent(leadId)}`),
  });
