import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../shared/ui/ErrorPanel';

/** A screen that failed, most often because a new version took away the old one's files: a reload brings the new one. */
export function RouteError() {
  const { t } = useTranslation();
  return <ErrorPanel text={t('error.screen')} onRetry={() => window.location.reload()} />;
}
