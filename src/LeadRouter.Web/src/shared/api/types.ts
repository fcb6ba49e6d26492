/** The wire shapes of LeadRouter.Contracts. Instants are RFC 3339 UTC strings; an absent value is null or left out. */

export type Instant = string;
type Maybe<T> = T | null | undefined;

export interface Money {
  amount: number;
  currency?: Maybe<string>;
}

export type Role = 'rep' | 'supervisor' | 'admin';

export interface User {
  user: string;
  name: string;
  roles: Role[];
  repId?: Maybe<string>;
}

export interface Session {
  token: string;
  expiresAt: Instant;
  user: User;
}

export type LeadState =
  | 'received'
  | 'waiting'
  | 'offered'
  | 'owned'
  | 'attempting'
  | 'reached'
  | 'callback'
  | 'won'
  | 'lost'
  | 'notReachable'
  | 'invalid'
  | 'withdrawn';

export type DeadlineKind =
  'offerExpiry' | 'slaWarning' | 'slaBreach' | 'attemptBy' | 'callEnd' | 'dispositionBy' | 'nextAttempt' | 'callback';

export interface Deadline {
  kind: DeadlineKind;
  at: Instant;
}

export type AttemptStatus =
  | 'dialing'
  | 'initiated'
  | 'ringing'
  | 'answered'
  | 'completed'
  | 'noAnswer'
  | 'busy'
  | 'failed'
  | 'notPlaced'
  | 'canceled'
  | 'machine'
  | 'unknown';

export interface Attempt {
  attemptId: string;
  number: number;
  repId: string;
  status: AttemptStatus;
  proven: boolean;
  startedAt: Instant;
  initiatedAt?: Maybe<Instant>;
  answeredAt?: Maybe<Instant>;
  endedAt?: Maybe<Instant>;
}

export interface Lead {
  leadId: string;
  externalId?: Maybe<string>;
  state: LeadState;
  queue: string;
  owner?: Maybe<string>;
  name?: Maybe<string>;
  phone?: Maybe<string>;
  email?: Maybe<string>;
  source?: Maybe<string>;
  campaign?: Maybe<string>;
  language?: Maybe<string>;
  message?: Maybe<string>;
  score?: Maybe<number>;
  priority: number;
  receivedAt: Instant;
  deadlines: Deadline[];
  attempts: Attempt[];
  offer?: Maybe<{ offerId: string; repId: string; expiresAt: Instant }>;
  repeatCount: number;
  consent?: Maybe<{ text?: Maybe<string>; at?: Maybe<Instant>; kind?: Maybe<string> }>;
  requestedAt?: Maybe<Instant>;
  attributes?: Maybe<Record<string, string>>;
  firstOfferAt?: Maybe<Instant>;
  assignedAt?: Maybe<Instant>;
  firstAttemptAt?: Maybe<Instant>;
  firstContactAt?: Maybe<Instant>;
  firstAttemptProven?: Maybe<boolean>;
  disposition?: Maybe<string>;
  note?: Maybe<string>;
  amount?: Maybe<Money>;
  closedAt?: Maybe<Instant>;
}

export interface TimelineEntry {
  seq: number;
  at: Instant;
  type: string;
  repId?: Maybe<string>;
  data?: unknown;
}

export interface Decision {
  at: Instant;
  repId: string;
  rule: string;
  eligible: string[];
  excluded: { repId: string; reason: string }[];
  excludedCount: number;
}

export interface LeadDetail extends Lead {
  timeline: TimelineEntry[];
  decisions: Decision[];
}

export interface LeadPage {
  leads: Lead[];
  next?: Maybe<string>;
}

export type Presence = 'available' | 'break' | 'offline';

export interface Rep {
  repId: string;
  user: string;
  name: string;
  queues: string[];
  skills: Record<string, number>;
  languages: string[];
  capacity: number;
  phone?: Maybe<string>;
  active: boolean;
  presence: Presence;
  presenceReason?: Maybe<string>;
  presenceSince: Instant;
  connected: boolean;
  activeLeads: number;
}

export interface RepToday {
  accepted: number;
  missed: number;
  calls: number;
  contacts: number;
  deals: number;
  revenue: Money;
}

export interface Source {
  sourceId: string;
  name: string;
  channel: string;
  queue?: Maybe<string>;
  keyHint: string;
  createdAt: Instant;
}

export interface DeskValidation {
  valid: boolean;
  errors: Record<string, string[]>;
}
