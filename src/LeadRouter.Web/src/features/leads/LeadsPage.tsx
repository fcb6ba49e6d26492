import { Badge, Button, Loader, Select, Table, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { centreQuery } from '../../shared/api/centreQuery';
import { problemText } from '../../shared/api/problemText';
import { repsQuery, useRepNames } from '../../shared/api/repsQuery';
import { useFormats } from '../../shared/format/useFormats';
import { useNow } from '../../shared/format/useNow';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Page, Panel } from '../../shared/ui/Page';
import { leadsQuery, type LeadFilters } from './leadsQuery';
import classes from './LeadsPage.module.css';
import { leadStates, stateColor } from '../../shared/ui/leadStates';

const refreshMs = 10_000;
const typingPauseMs = 350;

export function LeadsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const nowMs = useNow(60_000);
  const names = useRepNames();
  const reps = useQuery(repsQuery);
  const centre = useQuery(centreQuery);
  const formats = useFormats(centre.data?.timeZone);
  const [text, setText] = useState(params.get('q') ?? '');
  const filter = (name: keyof LeadFilters) => params.get(name) ?? '';
  const filters: LeadFilters = {
    state: filter('state'),
    queue: filter('queue'),
    owner: filter('owner'),
    q: filter('q'),
  };
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    ...leadsQuery(filters),
    refetchInterval: refreshMs,
  });

  const setFilter = (name: keyof LeadFilters, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const search = useDebouncedCallback((q: string) => setFilter('q', q.trim()), typingPauseMs);
  const leads = data?.pages.flatMap((page) => page.leads) ?? [];

  return (
    <Page title={t('shell.leads')}>
      <div className={classes.filters}>
        <TextInput
          label={t('leads.search')}
          placeholder={t('leads.searchHint')}
          value={text}
          type="search"
          onChange={(event) => {
            setText(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
          data-testid="leads-q"
        />
        <Select
          label={t('leads.state')}
          placeholder={t('leads.any')}
          clearable
          data={leadStates.map((state) => ({ value: state, label: t(`lead.state.${state}`) }))}
          value={filters.state || null}
          onChange={(value) => setFilter('state', value)}
          data-testid="leads-state"
        />
        <Select
          label={t('lead.queue')}
          placeholder={t('leads.any')}
          clearable
          data={centre.data?.queues ?? []}
          value={filters.queue || null}
          onChange={(value) => setFilter('queue', value)}
          data-testid="leads-queue"
        />
        <Select
          label={t('leads.owner')}
          placeholder={t('leads.any')}
          clearable
          searchable
          data={reps.data?.map(({ repId, name }) => ({ value: repId, label: name })) ?? []}
          value={filters.owner || null}
          onChange={(value) => setFilter('owner', value)}
          data-testid="leads-owner"
        />
      </div>
      {error && !data ? (
        <ErrorPanel text={problemText(error, t)} onRetry={() => void refetch()} />
      ) : (
        <Panel>
          <Table highlightOnHover verticalSpacing="sm" data-testid="leads-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('leads.name')}</Table.Th>
                <Table.Th>{t('leads.state')}</Table.Th>
                <Table.Th>{t('lead.queue')}</Table.Th>
                <Table.Th>{t('leads.owner')}</Table.Th>
                <Table.Th>{t('lead.source')}</Table.Th>
                <Table.Th>{t('leads.received')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {leads.map((lead) => (
                <Table.Tr key={lead.leadId}>
                  <Table.Td>
                    <Link to={`/leads/${encodeURIComponent(lead.leadId)}`} className={classes.name}>
                      <bdi>{lead.name ?? t('lead.unnamed')}</bdi>
                    </Link>
                    <span className={classes.phone} dir="ltr">
                      {lead.phone ?? lead.email}
                    </span>
                  </Table.Td>
                  <Table.Td>
                    <Badge variant="light" tt="none" color={stateColor(lead.state)}>
                      {t(`lead.state.${lead.state}`)}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{lead.queue}</Table.Td>
                  <Table.Td>
                    <bdi>{lead.owner != null ? (names.get(lead.owner) ?? lead.owner) : '–'}</bdi>
                  </Table.Td>
                  <Table.Td>
                    <bdi>{[lead.source, lead.campaign].filter(Boolean).join(' · ')}</bdi>
                  </Table.Td>
                  <Table.Td className={classes.time}>{formats.when(lead.receivedAt, nowMs)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {isPending && <Loader m="md" aria-label={t('shell.loading')} />}
          {data && leads.length === 0 && <p className={classes.empty}>{t('leads.none')}</p>}
          {hasNextPage && (
            <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('leads.more')}
            </Button>
          )}
        </Panel>
      )}
    </Page>
  );
}

export const Component = LeadsPage;
