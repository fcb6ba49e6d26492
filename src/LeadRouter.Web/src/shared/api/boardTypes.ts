import type { Instant, Money, RepToday } from './types';

export interface Sla {
  met: number;
  due: number;
  /** Null when nothing is due. */
  attainment?: number | null;
}

export interface Distribution {
  count: number;
  p50Seconds?: number | null;
  p90Seconds?: number | null;
  p99Seconds?: number | null;
  maxSeconds?: number | null;
  workingP50Seconds?: number | null;
  workingP90Seconds?: number | null;
  censored: number;
  unproven: number;
}

export type RepActivity = 'available' | 'ringing' | 'working' | 'calling' | 'talking' | 'wrapUp' | 'break' | 'offline';

export interface BoardQueue {
  queue: string;
  name: string;
  waiting: number;
  longestWaitSeconds: number;
  offered: number;
  owned: number;
  slaTargetSeconds: number;
  sla: Sla;
}

export interface BoardRep {
  repId: string;
  name: string;
  state: RepActivity;
  since: Instant;
  reason?: string | null;
  activeLeads: number;
  today: RepToday;
}

export interface BoardTotals {
  received: number;
  repeats: number;
  waiting: number;
  offersMade: number;
  offersMissed: number;
  offersDeclined: number;
  assigned: number;
  callsPlaced: number;
  callsAnswered: number;
  answerRate?: number | null;
  attempted: number;
  reached: number;
  callbacks: number;
  won: number;
  lost: number;
  notReachable: number;
  invalid: number;
  withdrawn: number;
  revenue: Money;
  activeReps: number;
  revenuePerRep: Money;
}

export interface BoardKpis {
  timeToFirstAttempt: Distribution;
  timeToFirstContact: Distribution;
  timeToOffer: Distribution;
  timeToAssignment: Distribution;
  sla: Sla;
  leadToDeal: { deals: number; leads: number; ratio?: number | null };
}

export interface BoardLeader {
  repId: string;
  name: string;
  deals: number;
  revenue: Money;
  contacts: number;
}

export interface BoardAlert {
  alertId: string;
  kind: 'slaWarning' | 'slaBreached' | 'repPaused' | 'leadTakenBack';
  severity: string;
  at: Instant;
  queue?: string | null;
  leadId?: string | null;
  repId?: string | null;
  text: string;
}

export interface Board {
  at: Instant;
  day: string;
  timeZone: string;
  currency: string;
  queues: BoardQueue[];
  reps: BoardRep[];
  totals: BoardTotals;
  kpis: BoardKpis;
  leaders: BoardLeader[];
  alerts: BoardAlert[];
}
