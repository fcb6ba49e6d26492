import { Badge, Button, Kbd } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Offer } from '../../shared/api/wire';
import { remainingMs } from '../../shared/format/serverClock';
import { useNow } from '../../shared/format/useNow';
import { useKeys } from '../../shared/ui/useKeys';
import { CountdownRing } from './CountdownRing';
import classes from './OfferCard.module.css';
import { useHeldFocus } from './useHeldFocus';

interface Props {
  offer: Offer;
  /** How many more ring behind this one. */
  moreCount: number;
  clockOffsetMs: number;
  busy: boolean;
  connected: boolean;
  onAccept: () => void;
  onDecline: () => void;
}

/** A lead that rings. It takes and holds the focus, so that Enter accepts. */
export function OfferCard({ offer, moreCount, clockOffsetMs, busy, connected, onAccept, onDecline }: Props) {
  const { t } = useTranslation();
  const card = useRef<HTMLDivElement>(null);
  const nowMs = useNow(250);
  const over = remainingMs(offer.expiresAt, nowMs, clockOffsetMs) <= 0;
  const disabled = busy || over || !connected;

  useHeldFocus(card, offer.offerId);
  useKeys({ Enter: onAccept, Escape: onDecline }, !disabled);

  const { lead } = offer;
  const origin = [lead.source, lead.campaign].filter(Boolean).join(' · ');
  return (
    <div
      ref={card}
      className={classes.card}
      role="dialog"
      aria-modal="true"
      aria-labelledby="offer-title"
      aria-describedby="offer-about"
      data-testid="offer-card"
      data-offer-id={offer.offerId}
    >
      <div className={classes.top}>
        <CountdownRing key={offer.offerId} expiresAt={offer.expiresAt} clockOffsetMs={clockOffsetMs} />
        <div className={classes.who} aria-live="assertive">
          <div className={classes.kicker}>{over ? t('desk.offer.over') : t('desk.offer.title')}</div>
          <h2 id="offer-title" className={classes.name}>
            <bdi>{lead.name ?? t('lead.unnamed')}</bdi>
          </h2>
          <div id="offer-about" className={classes.about}>
            {lead.isTest && (
              <Badge size="lg" variant="filled" color="gray.7" tt="none" data-testid="offer-test">
                {t('lead.test')}
              </Badge>
            )}{' '}
            <bdi>{origin}</bdi>
            {lead.message != null && (
              <p className={classes.message} dir="auto">
                {lead.message}
              </p>
            )}
          </div>
        </div>
      </div>
      <div className={classes.buttons}>
        <Button
          size="xl"
          color="green.8"
          disabled={disabled}
          onClick={onAccept}
          data-testid="offer-accept"
          rightSection={<Kbd className={classes.kbd}>Enter</Kbd>}
        >
          {t('desk.offer.accept')}
        </Button>
        <Button
          size="xl"
          variant="default"
          disabled={disabled}
          onClick={onDecline}
          data-testid="offer-decline"
          rightSection={<Kbd className={classes.kbd}>Esc</Kbd>}
        >
          {t('desk.offer.decline')}
        </Button>
      </div>
      {moreCount > 0 && <div className={classes.more}>{t('desk.offer.more', { count: moreCount })}</div>}
    </div>
  );
}
