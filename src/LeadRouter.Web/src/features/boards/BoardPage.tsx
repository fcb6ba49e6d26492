import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Board.module.css';
import { BoardView } from './BoardView';
import { useBoard } from './useBoard';

interface Props {
  /** A read-only board token instead of a session. */
  token?: string;
  onSignedOut?: () => void;
}

export function BoardPage({ token, onSignedOut }: Props) {
  const { t } = useTranslation();
  const { board, elapsedMs, status } = useBoard(token);
  const tellSignedOut = useEffectEvent(() => onSignedOut?.());
  useEffect(() => {
    if (status === 'signedOut') tellSignedOut();
  }, [status]);
  if (board) return <BoardView board={board} elapsedMs={elapsedMs} status={status} signedIn={token === undefined} />;
  return (
    <main className={classes.wait}>
      <div role="status" data-testid="connection-state" data-state={status}>
        {status === 'signedOut' ? t('board.linkRefused') : t('board.connecting')}
      </div>
    </main>
  );
}
