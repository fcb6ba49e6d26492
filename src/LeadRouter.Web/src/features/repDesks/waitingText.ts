import type { Lead } from '../../shared/api/wire';
import type { Formats } from '../../shared/format/formats';

/** What a lead that waits for its rep tells: until when others stand back. */
export function waitingText(lead: Lead, serverNowMs: number, formats: Formats) {
  const until = lead.waitsFor == null ? 0 : Date.parse(lead.waitsFor.until);
  return until > serverNowMs
    ? (['desk.myLeads.dueMine', { when: formats.time(until) }] as const)
    : (['desk.myLeads.dueAnybody', {}] as const);
}
