import type { Instant, Lead, Money, Presence, RepToday } from './types';

export interface HubReply {
  ok: boolean;
  refusal?: { code: string; text: string } | null;
  telLink?: string | null;
}

export interface Offer {
  offerId: string;
  lead: Lead;
  queue: string;
  expiresAt: Instant;
  reason: string;
}

export type OfferEndedWhy = 'accepted' | 'declined' | 'missed' | 'rescinded' | 'withdrawn';

export interface OfferEnded {
  offerId: string;
  why: OfferEndedWhy;
}

export interface Reminder {
  reminderId: string;
  kind: 'attemptBy' | 'dispositionBy';
  leadId?: string | null;
  text: string;
  dueAt: Instant;
  /** It can be put off, once; the first call to a new lead cannot. */
  mayPutOff: boolean;
}

export type Outcome = 'won' | 'lost' | 'callback' | 'noAnswer' | 'invalid';

export interface Disposition {
  id: string;
  labels: Record<string, string>;
  outcome: Outcome;
}

export interface RepDesk {
  dispositions: Disposition[];
  /** The shown name of the call centre. */
  centre: string;
  /** Queue id to language to text. */
  scripts: Record<string, Record<string, string>>;
  currency: string;
  timeZone: string;
  carrier: 'none' | 'simulated' | 'twilio';
}

export interface RepState {
  repId: string;
  name: string;
  presence: Presence;
  presenceReason?: string | null;
  presenceSince: Instant;
  capacity: number;
  activeLeads: number;
  missedInRow: number;
  offers: Offer[];
  leads: Lead[];
  reminders: Reminder[];
  today: RepToday;
  desk: RepDesk;
  serverTime: Instant;
}

export interface CompleteRequest {
  disposition: string;
  note?: string;
  amount?: Money;
  callbackAt?: Instant;
}
