import { Alert, Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { send } from '../api/http';
import { problemText } from '../api/problemText';
import { ErrorPanel } from '../shell/ErrorPanel';
import { Page } from '../shell/Page';
import { DeskEditor } from './DeskEditor';

export interface DeskDocument {
  text: string;
  /** Sent back as If-Match, so that nobody overwrites what somebody else has just saved. */
  etag: string;
}

async function loadDesk(): Promise<DeskDocument> {
  const response = await send('GET', '/api/v1/desk');
  const text = JSON.stringify(await response.json(), null, 2);
  return { text, etag: response.headers.get('etag') ?? '' };
}

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
