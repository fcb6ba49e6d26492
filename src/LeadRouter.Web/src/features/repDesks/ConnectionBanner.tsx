import { useTranslation } from 'react-i18next';
import type { LinkStatus } from '../../shared/api/hubLink';
import classes from './ConnectionBanner.module.css';

/** Says what a lost line means for the rep, which a small light in the corner does not. */
export function ConnectionBanner({ status }: { status: LinkStatus }) {
  const { t } = useTranslation();
  if (status === 'connected') return null;
  return (
    <div className={classes.banner} role="alert">
      {t('desk.connection.lost')}
    </div>
  );
}
