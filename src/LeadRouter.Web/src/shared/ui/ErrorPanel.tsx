import { Alert, Button, Center } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  text: string;
  onRetry: () => void;
}

export function ErrorPanel({ text, onRetry }: Props) {
  const { t } = useTranslation();
  return (
    <Center mih="40vh" p="md">
      <Alert color="red" title={t('error.title')} role="alert" data-testid="error-panel">
        <p>{text}</p>
        <Button variant="default" onClick={onRetry}>
          {t('error.retry')}
        </Button>
      </Alert>
    </Center>
  );
}
