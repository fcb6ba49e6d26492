import { useTranslation } from 'react-i18next';
import type { BoardAlert } from '../api/boardTypes';
import type { Formats } from '../format/formats';
import classes from './AlertTicker.module.css';

interface Props {
  alerts: readonly BoardAlert[];
  formats: Formats;
  serverNowMs: number;
}

const perPage = 2;
const pageMs = 7_000;

/** The newest alerts, a page at a time: text that stands still can be read from across the room, text that runs cannot. */
export function AlertTicker({ alerts, formats, serverNowMs }: Props) {
  const { t } = useTranslation();
  const pages = Math.max(1, Math.ceil(alerts.length / perPage));
  const page = Math.floor(serverNowMs / pageMs) % pages;
  return (
    <footer className={classes.ticker} data-testid="board-alerts" aria-label={t('board.alerts')}>
      {alerts.length === 0 && <span className={classes.calm}>{t('board.noAlerts')}</span>}
      <ul className={classes.list}>
        {alerts.map(({ alertId, kind, severity, at, text }, i) => (
          <li
            key={alertId}
            className={classes.alert}
            data-severity={severity}
            data-shown={Math.floor(i / perPage) === page}
          >
            <time dateTime={at}>{formats.time(at)}</time>
            <b>{t(`alert.${kind}`, { defaultValue: kind })}</b>
            <span dir="auto" className={classes.text}>
              {text}
            </span>
          </li>
        ))}
      </ul>
      {pages > 1 && <span className={classes.page}>{t('board.ratio', { part: page + 1, whole: pages })}</span>}
    </footer>
  );
}
