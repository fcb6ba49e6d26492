import type { Lead, Offer, OfferEnded, Reminder, RepState } from '../../shared/api/wire';
import { nextClockOffset } from '../../shared/format/serverClock';
import { isClosed } from '../../shared/ui/leadStates';
import { liveAttempt } from './leadView';

/** Everything the desk knows, from the hub's messages alone. */
export interface DeskModel {
  /** The last State; its lists are kept apart below, because smaller messages change them in between. */
  rep: RepState | null;
  offers: Offer[];
  leads: Lead[];
  reminders: Reminder[];
  /** Server clock minus ours. */
  clockOffsetMs: number | null;
  /** The offer that ended last, with the name it had, to tell the rep. */
  ended: (OfferEnded & { name: string | null }) | null;
  /** The reminder that came in last. */
  reminded: Reminder | null;
  /** The lead whose call ended last without an answer: it leaves the desk by itself, and the rep is to know where to. */
  unanswered: Lead | null;
}

export type DeskMessage =
  | { type: 'state'; state: RepState; receivedAtMs: number }
  | { type: 'offerMade'; offer: Offer }
  | { type: 'offerEnded'; ended: OfferEnded }
  | { type: 'leadUpdated'; lead: Lead }
  | { type: 'reminder'; reminder: Reminder };

export const emptyDesk: DeskModel = {
  rep: null,
  offers: [],
  leads: [],
  reminders: [],
  clockOffsetMs: null,
  ended: null,
  reminded: null,
  unanswered: null,
};

const byExpiry = (a: Offer, b: Offer) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt);

/** Whether this word about the lead is that its live call ended without an answer. */
function endsUnanswered(known: Lead | undefined, lead: Lead): boolean {
  const live = known && liveAttempt(known);
  const last = lead.attempts.at(-1);
  return live != null && last?.attemptId === live.attemptId && last.endedAt != null && last.answeredAt == null;
}

function withLead(leads: Lead[], lead: Lead, repId: string | undefined): Lead[] {
  const mine = (lead.owner ?? lead.waitsFor?.repId) === repId && !isClosed(lead);
  if (!mine) return leads.filter(({ leadId }) => leadId !== lead.leadId);
  return leads.some(({ leadId }) => leadId === lead.leadId)
    ? leads.map((known) => (known.leadId === lead.leadId ? lead : known))
    : [lead, ...leads];
}

/** A reminder is over when its lead has gone on: called, put off, or with somebody else. */
const isStill = (lead: Lead) => (reminder: Reminder) =>
  reminder.leadId !== lead.leadId ||
  lead.deadlines.some(({ kind, at }) => kind === reminder.kind && Date.parse(at) === Date.parse(reminder.dueAt));

export function deskReducer(desk: DeskModel, message: DeskMessage): DeskModel {
  switch (message.type) {
    case 'state': {
      const { state, receivedAtMs } = message;
      return {
        ...desk,
        rep: state,
        offers: [...state.offers].sort(byExpiry),
        leads: state.leads,
        reminders: state.reminders,
        clockOffsetMs: nextClockOffset(desk.clockOffsetMs, state.serverTime, receivedAtMs),
      };
    }
    case 'offerMade': {
      const others = desk.offers.filter(({ offerId }) => offerId !== message.offer.offerId);
      return { ...desk, offers: [...others, message.offer].sort(byExpiry) };
    }
    case 'offerEnded': {
      const gone = desk.offers.find(({ offerId }) => offerId === message.ended.offerId);
      return {
        ...desk,
        offers: desk.offers.filter((offer) => offer !== gone),
        ended: gone ? { ...message.ended, name: gone.lead.name ?? null } : desk.ended,
      };
    }
    case 'leadUpdated': {
      const { lead } = message;
      const known = desk.leads.find(({ leadId }) => leadId === lead.leadId);
      return {
        ...desk,
        leads: withLead(desk.leads, lead, desk.rep?.repId),
        reminders: desk.reminders.filter(isStill(lead)),
        unanswered: endsUnanswered(known, lead) ? lead : desk.unanswered,
      };
    }
    case 'reminder': {
      // One step of a lead is late at a time: a reminder takes the place of the one before.
      const others = desk.reminders.filter(({ leadId }) => leadId !== message.reminder.leadId);
      return { ...desk, reminders: [message.reminder, ...others], reminded: message.reminder };
    }
  }
}
