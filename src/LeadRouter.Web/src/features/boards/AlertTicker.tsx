import { useTranslation } from 'react-i18next';
import type { Board, BoardAlert } from '../../shared/api/wire';
import type { Formats } from '../../shared/format/formats';
import classes from './AlertTicker.module.css';

interface Props {
  board: Board;
  formats: Formats;
  serverNowMs: number;
}

const perPage = 2;
const pageMs = 7_000;

/** The newest alerts, a page at a time: text that stands still can be read from across the room, text that runs cannot. */
export function AlertTicker({ board, formats, serverNowMs }: Props) {
  const { t } = useTranslation();
  const { alerts } = board;
  const words = ({ queue, repId }: BoardAlert) => ({
    queue: board.queues.find((known) => known.queue === queue)?.name ?? queue ?? '',
    rep: board.reps.find((known) => known.repId === repId)?.name ?? '',
  });
  const pages = Math.max(1, Math.ceil(alerts.length / perPage));
  const page = Math.floor(serverNowMs / pageMs) % pages;
  return (
    <footer className={classes.ticker} data-testid="board-alerts" aria-label={t('board.alerts')}>
      {alerts.length === 0 && <span className={classes.calm}>{t('board.noAlerts')}</span>}
      <ul className={classes.list}>
        {alerts.map((alert, i) => (
          <li
            key={alert.alertId}
            className={classes.alert}
            data-severity={alert.severity}
            data-shown={Math.floor(i / perPage) === page}
          >
            <time dateTime={alert.at}>{formats.time(alert.at)}</time>
            <b>{t(`alert.${alert.kind}`)}</b>
            <span dir="auto" className={classes.text}>
              {t(`alertText.${alert.kind}`, words(alert))}
            </span>
          </li>
        ))}
      </ul>
      {pages > 1 && <span className={classes.page}>{t('board.ratio', { part: page + 1, whole: pages })}</span>}
    </footer>
  );
}
