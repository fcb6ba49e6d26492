import { Alert, Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { centreQuery } from '../../shared/api/centreQuery';
import { post } from '../../shared/api/http';
import { fieldError } from '../../shared/api/problemText';
import { CopyLine } from '../../shared/ui/CopyLine';
import { FormModal } from '../../shared/ui/FormModal';
import { curlLine } from './curlLine';
import { sourcesKey } from './sourcesKey';

const apiChannel = 'api';

/** The key is shown this once: the server keeps only its hash. */
function SourceKey({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sources.keyTitle')}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Alert color="orange">{t('sources.keyOnce')}</Alert>
      <CopyLine label={t('sources.key')} text={apiKey} testId="source-key" />
      <CopyLine label={t('sources.curl')} text={curlLine(window.location.origin, apiKey)} testId="source-curl" />
      <Button mt="md" onClick={onClose} data-testid="source-key-done">
        {t('sources.keyDone')}
      </Button>
    </Modal>
  );
}

export function NewSource({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const queues = useQuery(centreQuery).data?.queues ?? [];
  const [name, setName] = useState('');
  const [queue, setQueue] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: () =>
      post<{ sourceId: string; key: string }>('/api/v1/sources', { name: name.trim(), channel: apiChannel, queue }),
    onSuccess: () => client.invalidateQueries({ queryKey: sourcesKey }),
  });
  if (create.data) return <SourceKey apiKey={create.data.key} onClose={onClose} />;
  return (
    <FormModal
      title={t('sources.add')}
      submitLabel={t('sources.create')}
      submitDisabled={name.trim() === ''}
      pending={create.isPending}
      error={create.error}
      fields={['name', 'queue']}
      onClose={onClose}
      onSubmit={() => create.mutate()}
    >
      <TextInput
        label={t('sources.name')}
        placeholder={t('sources.nameHint')}
        value={name}
        error={fieldError(create.error, 'name', t)}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="source-name"
      />
      <Select
        label={t('lead.queue')}
        placeholder={t('sources.defaultQueue')}
        clearable
        data={queues}
        value={queue}
        error={fieldError(create.error, 'queue', t)}
        onChange={setQueue}
      />
    </FormModal>
  );
}
