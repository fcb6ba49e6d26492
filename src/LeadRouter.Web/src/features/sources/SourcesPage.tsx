import { Button, Loader, Table } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, get } from '../../shared/api/http';
import { problemText } from '../../shared/api/problemText';
import type { Source } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { FormModal } from '../../shared/ui/FormModal';
import { Page, Panel } from '../../shared/ui/Page';
import { BoardLink } from './BoardLink';
import { NewSource } from './NewSource';
import { sourcesKey } from './sourcesKey';

function DeleteSource({ source, onClose }: { source: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => call<undefined>('DELETE', `/api/v1/sources/${encodeURIComponent(source.sourceId)}`),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: sourcesKey });
    },
  });
  return (
    <FormModal
      title={t('sources.deleteTitle', { name: source.name })}
      submitLabel={t('sources.delete')}
      submitColor="red"
      pending={remove.isPending}
      error={remove.error}
      fields={[]}
      onClose={onClose}
      onSubmit={() => remove.mutate()}
    >
      <p>{t('sources.deleteHint')}</p>
    </FormModal>
  );
}

/** The channels that may post leads, each with a key of its own. */
export function SourcesPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const [adding, setAdding] = useState(false);
  const [deleting, setDeleting] = useState<Source | null>(null);
  const {
    data: sources,
    error,
    refetch,
  } = useQuery({ queryKey: sourcesKey, queryFn: () => get<Source[]>('/api/v1/sources') });
  if (error && !sources) return <ErrorPanel text={problemText(error, t)} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('shell.sources')}
      actions={
        <Button onClick={() => setAdding(true)} data-testid="source-add">
          {t('sources.add')}
        </Button>
      }
    >
      <Panel>
        {!sources && <Loader aria-label={t('shell.loading')} />}
        {sources?.length === 0 && <p>{t('sources.none')}</p>}
        {sources && sources.length > 0 && (
          <Table verticalSpacing="sm" data-testid="sources-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('sources.name')}</Table.Th>
                <Table.Th>{t('lead.queue')}</Table.Th>
                <Table.Th>{t('sources.key')}</Table.Th>
                <Table.Th>{t('sources.created')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sources.map((source) => (
                <Table.Tr key={source.sourceId}>
                  <Table.Td>
                    <bdi>{source.name}</bdi>
                  </Table.Td>
                  <Table.Td>{source.queue ?? t('sources.defaultQueue')}</Table.Td>
                  <Table.Td>
                    <code dir="ltr">{source.keyHint}…</code>
                  </Table.Td>
                  <Table.Td>{formats.exact(source.createdAt)}</Table.Td>
                  <Table.Td>
                    <Button size="compact-sm" color="red" variant="light" onClick={() => setDeleting(source)}>
                      {t('sources.delete')}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Panel>
      <BoardLink />
      {adding && <NewSource onClose={() => setAdding(false)} />}
      {deleting && <DeleteSource source={deleting} onClose={() => setDeleting(null)} />}
    </Page>
  );
}

export const Component = SourcesPage;
