import { useEffect, useEffectEvent, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkStatus, HubLink } from '../api/hubLink';
import type { Offer, OfferEnded, Reminder, RepState } from '../api/hubTypes';
import type { Lead } from '../api/types';
import { useHubLink } from '../api/useHubLink';
import { showToast } from '../shell/toasts';
import { deskReducer, emptyDesk, type DeskModel } from './deskModel';

export interface Desk {
  model: DeskModel;
  link: HubLink;
  status: LinkStatus;
}

/** The rep hub as a model that follows it, with a word to the rep when an offer went away by itself. */
export function useDesk(): Desk {
  const { t } = useTranslation();
  const [model, dispatch] = useReducer(deskReducer, emptyDesk);
  const { link, status } = useHubLink('/hubs/rep', {}, (hub) => {
    hub.on<RepState>('State', (state) => dispatch({ type: 'state', state, receivedAtMs: Date.now() }));
    hub.on<Offer>('OfferMade', (offer) => dispatch({ type: 'offerMade', offer }));
    hub.on<OfferEnded>('OfferEnded', (ended) => dispatch({ type: 'offerEnded', ended }));
    hub.on<Lead>('LeadUpdated', (lead) => dispatch({ type: 'leadUpdated', lead }));
    hub.on<Reminder>('Reminder', (reminder) => dispatch({ type: 'reminder', reminder }));
  });

  const { ended, reminded } = model;
  const tellEnded = useEffectEvent(() => {
    if (!ended || ended.why === 'accepted' || ended.why === 'declined') return;
    const name = ended.name ?? t('lead.unnamed');
    showToast(ended.why === 'missed' ? 'warning' : 'info', t(`desk.offerEnded.${ended.why}`, { name }));
  });
  const tellReminder = useEffectEvent(() => {
    if (reminded) showToast('info', reminded.text);
  });
  useEffect(() => tellEnded(), [ended]);
  useEffect(() => tellReminder(), [reminded]);
  return { model, link, status };
}
