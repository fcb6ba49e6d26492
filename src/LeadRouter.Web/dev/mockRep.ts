import type {
  AttemptStatus,
  CompleteRequest,
  HubReply,
  Lead,
  LeadState,
  Offer,
  Outcome,
  Presence,
  RepState,
} from '../src/shared/api/wire';
import { MockHub } from './mockHub.ts';
import { iso, makeLead, mockDesk } from './mockLeads.ts';

const stateAfter: Record<Outcome, LeadState> = {
  won: 'won',
  lost: 'lost',
  callback: 'callback',
  noAnswer: 'attempting',
  invalid: 'invalid',
};
const refuse = (code: string, text: string): HubReply => ({ ok: false, refusal: { code, text } });

/** One rep whose leads are offered by hand (`POST /mock/offer`) and whose calls are answered after some seconds. */
export class MockRep {
  state: RepState = {
    repId: 'rep-1',
    name: 'Dana Mizrahi',
    presence: 'offline',
    presenceSince: iso(),
    capacity: 1,
    activeLeads: 0,
    missedInRow: 0,
    offers: [],
    leads: [],
    reminders: [],
    today: { accepted: 14, missed: 1, calls: 22, contacts: 9, deals: 2, revenue: { amount: 8400, currency: 'ILS' } },
    desk: { ...mockDesk },
    serverTime: iso(),
  };
  readonly hub = new MockHub({
    onConnect: (send) => send('State', { ...this.state, serverTime: iso() }),
    invoke: (target, args) => this.#invoke(target, args),
  });
  #count = 0;

  change(over: Partial<RepState> = {}) {
    this.state = { ...this.state, ...over };
    this.hub.broadcast('State', { ...this.state, serverTime: iso() });
  }

  offer(seconds: number) {
    const index = this.#count++;
    const lead = makeLead(index);
    const offer: Offer = { offerId: `offer-${index}`, lead, queue: 'sales', expiresAt: iso(seconds), reason: '' };
    this.state.offers.push(offer);
    this.hub.broadcast('OfferMade', offer);
    setTimeout(() => this.#end(offer.offerId, 'missed'), seconds * 1000);
  }

  #end(offerId: string, why: string): Offer | undefined {
    const offer = this.state.offers.find((open) => open.offerId === offerId);
    if (!offer) return undefined;
    this.hub.broadcast('OfferEnded', { offerId, why });
    this.change({ offers: this.state.offers.filter((open) => open !== offer) });
    return offer;
  }

  #update(leadId: string, change: (lead: Lead) => Lead) {
    this.state.leads = this.state.leads.map((lead) => (lead.leadId === leadId ? change(lead) : lead));
    const lead = this.state.leads.find((known) => known.leadId === leadId);
    if (lead) this.hub.broadcast('LeadUpdated', lead);
  }

  #invoke(target: string, args: unknown[]): HubReply {
    const [first, second] = args as [string, unknown];
    switch (target) {
      case 'SetPresence':
        this.change({ presence: first as Presence, presenceReason: null, presenceSince: iso() });
        return { ok: true };
      case 'AcceptOffer': {
        const offer = this.#end(first, 'accepted');
        if (!offer) return refuse('offer_gone', 'The offer is over; the lead went to someone else.');
        const deadlines = [{ kind: 'attemptBy' as const, at: iso(60) }];
        this.change({ leads: [{ ...offer.lead, state: 'owned', owner: 'rep-1', deadlines }, ...this.state.leads] });
        return { ok: true };
      }
      case 'DeclineOffer':
        return this.#end(first, 'declined') ? { ok: true } : refuse('offer_gone', 'The offer is over.');
      case 'Call':
        return this.#call(first);
      case 'Complete':
        return this.#complete(first, second as CompleteRequest);
      case 'Snooze':
        this.change({ reminders: this.state.reminders.filter(({ reminderId }) => reminderId !== first) });
        return { ok: true };
      default:
        return refuse('unknown', `No method ${target}.`);
    }
  }

  #call(leadId: string): HubReply {
    const manual = this.state.desk.carrier === 'none';
    const set = (status: AttemptStatus) =>
      this.#update(leadId, (lead) => {
        const earlier = lead.attempts.filter(({ attemptId }) => attemptId !== 'now');
        const answeredAt = status === 'answered' ? iso() : null;
        const attempt = { attemptId: 'now', number: 1, repId: 'rep-1', status, proven: !manual, startedAt: iso() };
        const state = status === 'answered' ? 'reached' : 'attempting';
        return { ...lead, state, deadlines: [], attempts: [...earlier, { ...attempt, answeredAt }] };
      });
    set('dialing');
    if (manual) return { ok: true, telLink: 'tel:+972501234567' };
    setTimeout(() => set('ringing'), 800);
    setTimeout(() => set('answered'), 2_500);
    return { ok: true };
  }

  #complete(leadId: string, request: CompleteRequest): HubReply {
    const disposition = this.state.desk.dispositions.find(({ id }) => id === request.disposition);
    const lead = this.state.leads.find((known) => known.leadId === leadId);
    if (!disposition || !lead) return refuse('unknown_lead', 'This lead is not yours any more.');
    if (lead.attempts.length === 0 && disposition.outcome !== 'invalid')
      return refuse('no_attempt', 'Call the lead first, then say what happened.');
    const state = stateAfter[disposition.outcome];
    const others = this.state.leads.filter((known) => known !== lead);
    const later = state === 'callback' || state === 'attempting';
    const at = request.callbackAt ?? iso(1_800);
    const scheduled: Lead = { ...lead, state, deadlines: [{ kind: state === 'callback' ? state : 'nextAttempt', at }] };
    this.change({ leads: later ? [...others, scheduled] : others });
    return { ok: true };
  }
}
