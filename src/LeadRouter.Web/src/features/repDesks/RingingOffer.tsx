import { useTranslation } from 'react-i18next';
import type { Offer } from '../../shared/api/wire';
import { remainingMs } from '../../shared/format/serverClock';
import { useNow } from '../../shared/format/useNow';
import { OfferCard } from './OfferCard';
import type { HubActions } from './useHubActions';
import { useRinging } from './useRinging';

interface Props {
  offers: readonly Offer[];
  clockOffsetMs: number;
  muted: boolean;
  connected: boolean;
  actions: HubActions;
  onAccepted: (leadId: string) => void;
}

/** While the line is down nobody tells us that an offer ended: one this long past its end is not shown any more. */
const shownAfterEndMs = 3_000;

/** The offer that ends first, ringing; the others wait behind it. */
export function RingingOffer({ offers, clockOffsetMs, muted, connected, actions, onAccepted }: Props) {
  const { t } = useTranslation();
  const nowMs = useNow(500);
  const leftMs = (offer: Offer) => remainingMs(offer.expiresAt, nowMs, clockOffsetMs);
  const shown = offers.filter((offer) => leftMs(offer) > -shownAfterEndMs);
  const [first] = shown;
  const name = first?.lead.name ?? t('lead.unnamed');
  useRinging(first !== undefined && leftMs(first) > 0, muted, `☎ ${t('desk.offer.tabTitle', { name })}`);
  if (!first) return null;

  const key = `offer:${first.offerId}`;
  const accept = async () => {
    const reply = await actions.run(key, 'AcceptOffer', first.offerId);
    if (reply) onAccepted(first.lead.leadId);
  };
  return (
    <OfferCard
      offer={first}
      moreCount={shown.length - 1}
      clockOffsetMs={clockOffsetMs}
      busy={actions.isBusy(key)}
      connected={connected}
      onAccept={() => void accept()}
      onDecline={() => void actions.run(key, 'DeclineOffer', first.offerId, null)}
    />
  );
}
