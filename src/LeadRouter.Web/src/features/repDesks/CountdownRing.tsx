import { useState } from 'react';
import { remainingMs } from '../../shared/format/serverClock';
import { useNow } from '../../shared/format/useNow';
import classes from './CountdownRing.module.css';

interface Props {
  expiresAt: string;
  clockOffsetMs: number;
}

const radius = 42;
const around = 2 * Math.PI * radius;
const urgentSeconds = 5;

/** The seconds that are left, by the server's clock. The full ring is what was left when it came on the screen. */
export function CountdownRing({ expiresAt, clockOffsetMs }: Props) {
  const nowMs = useNow(200);
  const leftMs = Math.max(0, remainingMs(expiresAt, nowMs, clockOffsetMs));
  const [fullMs] = useState(Math.max(leftMs, 1));
  const seconds = Math.ceil(leftMs / 1000);
  return (
    <div className={classes.ring} data-urgent={seconds <= urgentSeconds} role="timer" data-testid="offer-countdown">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className={classes.track} cx="50" cy="50" r={radius} />
        <circle
          className={classes.left}
          cx="50"
          cy="50"
          r={radius}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - Math.min(1, leftMs / fullMs))}
        />
      </svg>
      <span className={classes.seconds}>{seconds}</span>
    </div>
  );
}
