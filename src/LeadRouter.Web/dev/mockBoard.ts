import type { Board, BoardRep, RepActivity } from '../src/shared/api/wire';
import { iso } from './mockLeads.ts';

const names =
  'Dana Mizrahi,Omer Katz,Yael Friedman,אבי ביטון,Sergey Ivanov,Noa Peretz,Lior Azoulay,Maya Cohen,Tal Ben-David,רוני שלום,Anastasia Kuznetsova,Eitan Gross,Shira Malka,Amit Rosen,Gil Harari,Hila Dayan,Ido Sasson,Keren Amar,Moshe Vaknin,Nir Zohar,Ofir Levy,Rina Golan,Shai Tal,Vered Oz,Yossi Baruch,Ziv Adler,Inbar Naor,Doron Paz,Ella Shaked,Bar Sela'.split(
    ',',
  );
const states: RepActivity[] = [
  'talking',
  'available',
  'calling',
  'talking',
  'wrapUp',
  'working',
  'ringing',
  'break',
  'talking',
  'offline',
];

const today = (deals: number) => ({
  accepted: 9,
  missed: 1,
  calls: 12 + deals * 3,
  contacts: 7,
  deals,
  revenue: { amount: deals * 4200, currency: 'ILS' },
});
const none = { count: 0, censored: 0, unproven: 0 };

/** A centre with so many reps; none makes the board of a centre that has not begun. */
export function makeBoard(repCount: number): Board {
  const busy = repCount > 0;
  const reps: BoardRep[] = names.slice(0, repCount).map((name, i) => ({
    repId: `rep-${i + 1}`,
    name,
    state: states[i % states.length] ?? 'offline',
    since: iso(-17 * (i + 1) - (i % 7) * 40),
    activeLeads: 1,
    today: today(i % 5),
  }));
  const queue = (id: string, name: string, waiting: number, wait: number, met: number, due: number) => ({
    queue: id,
    name,
    waiting,
    longestWaitSeconds: wait,
    waitWarnAt: waiting > 0 ? iso(30 - wait) : null,
    waitLateAt: waiting > 0 ? iso(60 - wait) : null,
    offered: 2,
    owned: 7,
    slaTargetSeconds: 60,
    sla: { met, due, attainment: due > 0 ? met / due : null },
  });
  const money = (amount: number) => ({ amount, currency: 'ILS' });
  return {
    at: iso(),
    day: iso().slice(0, 10),
    timeZone: 'Asia/Jerusalem',
    currency: 'ILS',
    thresholds: { slaGood: 0.9, slaBad: 0.75 },
    queues: busy
      ? [
          queue('sales', 'Sales', 5, 74, 412, 459),
          queue('renewals', 'Renewals', 2, 38, 88, 90),
          queue('hebrew', 'מכירות בעברית', 0, 0, 120, 171),
        ]
      : [{ ...queue('sales', 'Sales', 0, 0, 0, 0), offered: 0, owned: 0 }],
    reps,
    totals: {
      received: busy ? 1284 : 0,
      repeats: busy ? 63 : 0,
      waiting: busy ? 7 : 0,
      offersMade: 0,
      offersMissed: 0,
      offersDeclined: 0,
      assigned: 0,
      callsPlaced: busy ? 2417 : 0,
      callsAnswered: busy ? 1102 : 0,
      answerRate: busy ? 1102 / 2417 : null,
      attempted: 0,
      reached: busy ? 861 : 0,
      callbacks: 0,
      won: busy ? 74 : 0,
      lost: 0,
      notReachable: 0,
      invalid: 0,
      withdrawn: 0,
      revenue: money(busy ? 318450 : 0),
      activeReps: repCount,
      revenuePerRep: money(busy ? 318450 / repCount : 0),
    },
    kpis: {
      timeToFirstAttempt: busy ? { count: 1259, p50Seconds: 18.2, p90Seconds: 71, censored: 25, unproven: 12 } : none,
      timeToFirstContact: busy ? { count: 861, p50Seconds: 142, p90Seconds: 4210, censored: 423, unproven: 0 } : none,
      timeToOffer: none,
      timeToAssignment: none,
      sla: { met: busy ? 620 : 0, due: busy ? 720 : 0, attainment: busy ? 620 / 720 : null },
      leadToDeal: { deals: busy ? 74 : 0, leads: busy ? 1284 : 0, ratio: busy ? 74 / 1284 : null },
    },
    leaders: reps
      .map(({ repId, name, today: { deals, revenue, contacts } }) => ({ repId, name, deals, revenue, contacts }))
      .sort((a, b) => b.deals - a.deals)
      .slice(0, 10),
    alerts: busy
      ? (
          [
            ['slaBreached', 'critical', 'Noa Levi waits 1:14 in Sales, target 1:00.'],
            ['repPaused', 'warning', 'Maya Cohen missed 3 offers and was set to break.'],
            ['leadTakenBack', 'warning', 'Avi Biton did not call and lost the lead.'],
          ] as const
        ).map(([kind, severity, text], i) => ({
          alertId: `a${i}`,
          kind,
          severity,
          at: iso(-60 * i),
          text,
        }))
      : [],
  };
}
