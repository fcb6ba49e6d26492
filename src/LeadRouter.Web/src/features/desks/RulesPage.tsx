import { Alert, Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../shared/api/problemText';
import { ErrorPanel } from '../../shared/ui/ErrorPanel';
import { Page } from '../../shared/ui/Page';
import { loadDesk } from './deskDocument';
import { DeskEditor } from './DeskEditor';

/** The whole routing configuration as one document. */
export function RulesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['desk'],
    queryFn: loadDesk,
    // A document under the pen must not change by itself.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error && !data) return <ErrorPanel text={problemText(error, t)} onRetry={() => void refetch()} />;
  return (
    <Page
      title={t('shell.rules')}
      actions={
        <Button component="a" href="/schemas/desk.json" target="_blank" rel="noreferrer" variant="subtle">
          {t('rules.schema')}
        </Button>
      }
    >
      <Alert color="blue" mb="md">
        {t('rules.hint')}
      </Alert>
      {data ? (
        <DeskEditor key={data.etag} loaded={data} onReload={() => void refetch()} />
      ) : (
        <Loader aria-label={t('shell.loading')} />
      )}
    </Page>
  );
}

export const Component = RulesPage;
