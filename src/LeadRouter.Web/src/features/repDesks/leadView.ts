import type { Attempt, AttemptStatus, Lead } from '../../shared/api/wire';

const liveStatuses: readonly AttemptStatus[] = ['dialing', 'initiated', 'ringing', 'answered'];

export interface Schedule {
  kind: 'callback' | 'nextAttempt';
  atMs: number;
}

/** When and why the lead comes back by itself; null while it is to be worked now. */
export function scheduleOf(lead: Lead, serverNowMs: number): Schedule | null {
  const schedules = lead.deadlines
    .flatMap(({ kind, at }) => (kind === 'callback' || kind === 'nextAttempt' ? { kind, atMs: Date.parse(at) } : []))
    .filter(({ atMs }) => atMs > serverNowMs)
    .sort((a, b) => a.atMs - b.atMs);
  return schedules[0] ?? null;
}

export const lastAttempt = (lead: Lead): Attempt | undefined => lead.attempts.at(-1);

/** The call that is going on now, as the carrier tells. */
export function liveAttempt(lead: Lead): Attempt | undefined {
  const last = lastAttempt(lead);
  return last && last.endedAt == null && liveStatuses.includes(last.status) ? last : undefined;
}

/** It is due, and rings as soon as its rep is free: until then there is nothing to do with it. */
export const isWaiting = (lead: Lead) => lead.state === 'waiting';

/** The lead that the desk shows: the one the rep picked, else the first that is to be worked now. */
export function focusedLead(leads: readonly Lead[], pickedId: string | null, serverNowMs: number): Lead | undefined {
  return (
    leads.find((lead) => lead.leadId === pickedId) ??
    leads.find((lead) => scheduleOf(lead, serverNowMs) === null && !isWaiting(lead))
  );
}

/** A text in the wanted language, else in English, else in whatever there is. */
export function inLanguage(texts: Record<string, string> | undefined, ...wanted: (string | null | undefined)[]) {
  if (!texts) return undefined;
  for (const language of wanted) {
    if (language == null) continue;
    const text = texts[language] ?? texts[language.split('-')[0] ?? ''];
    if (text !== undefined) return text;
  }
  return texts.en ?? Object.values(texts)[0];
}
