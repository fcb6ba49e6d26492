import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { post } from '../../shared/api/http';
import { problemText } from '../../shared/api/problemText';
import { useFormats } from '../../shared/format/useFormats';
import { CopyLine } from '../../shared/ui/CopyLine';
import { Panel } from '../../shared/ui/Page';

/** An address of the wallboard for a screen that nobody signs in to. */
export function BoardLink() {
  const { t } = useTranslation();
  const formats = useFormats();
  const make = useMutation({
    mutationFn: () => post<{ token: string; expiresAt: string }>('/api/v1/board-tokens', {}),
  });
  return (
    <Panel>
      <h2>{t('sources.boardLink')}</h2>
      <p>{t('sources.boardLinkHint')}</p>
      {make.data ? (
        <CopyLine
          label={t('sources.boardLinkUntil', { when: formats.date(make.data.expiresAt) })}
          text={`${window.location.origin}/board#token=${encodeURIComponent(make.data.token)}`}
          testId="board-link"
        />
      ) : (
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate()} data-testid="board-link-make">
          {t('sources.boardLinkMake')}
        </Button>
      )}
      {make.error && <p role="alert">{problemText(make.error, t)}</p>}
    </Panel>
  );
}
