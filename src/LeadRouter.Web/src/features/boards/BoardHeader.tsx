import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LinkStatus } from '../../shared/api/hubLink';
import { formatDuration, type Formats } from '../../shared/format/formats';
import { LanguageSwitch } from '../../shared/ui/LanguageSwitch';
import classes from './BoardHeader.module.css';

interface Props {
  elapsedMs: number;
  status: LinkStatus;
  signedIn: boolean;
  formats: Formats;
  serverNowMs: number;
}

/** The server sends only changes, so that an old snapshot on a live line is calm news; its age is shown all the same. */
const staleAfterMs = 10_000;

const toggleFullScreen = () =>
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());

export function BoardHeader({ elapsedMs, status, signedIn, formats, serverNowMs }: Props) {
  const { t } = useTranslation();
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>LeadRouter</h1>
      <span className={classes.clock}>
        {formats.weekday(serverNowMs)} · <b>{formats.time(serverNowMs)}</b>
      </span>
      <span className={classes.connection} data-state={status} data-testid="connection-state" role="status">
        {t(`board.connection.${status}`)}
      </span>
      {elapsedMs > staleAfterMs && (
        <span className={classes.age} data-testid="board-age">
          {t('board.unchangedFor', { age: formatDuration(elapsedMs / 1000) })}
        </span>
      )}
      <div className={classes.tools}>
        {signedIn && (
          <Link className={classes.link} to="/leads">
            {t('shell.leads')}
          </Link>
        )}
        {signedIn && (
          <Link className={classes.link} to="/team">
            {t('shell.team')}
          </Link>
        )}
        <button type="button" className={classes.link} onClick={toggleFullScreen}>
          {t('board.fullScreen')}
        </button>
        <LanguageSwitch />
      </div>
    </header>
  );
}
