import { describe, expect, it } from 'vitest';
import { makeLead } from '../dev/mockLeads';
import { deskReducer, emptyDesk, type DeskModel } from '../src/features/repDesks/deskModel';
import { focusedLead } from '../src/features/repDesks/leadView';
import { at, repState } from './support';

const connected = (over = {}): DeskModel =>
  deskReducer(emptyDesk, { type: 'state', state: repState(over), receivedAtMs: Date.now() });

describe('Desk model', () => {
  it('takes the whole truth from State after a reconnect', () => {
    const before = connected({ leads: [makeLead(1, { owner: 'rep-1' }), makeLead(2, { owner: 'rep-1' })] });
    const state = repState({ leads: [makeLead(2, { owner: 'rep-1' })] });
    const after = deskReducer(before, { type: 'state', state, receivedAtMs: Date.now() });
    expect(after.leads.map(({ leadId }) => leadId)).toEqual(['lead-2']);
  });

  it('drops a lead that was closed or moved to someone else', () => {
    const desk = connected({ leads: [makeLead(1, { owner: 'rep-1' }), makeLead(2, { owner: 'rep-1' })] });
    const moved = deskReducer(desk, { type: 'leadUpdated', lead: makeLead(1, { owner: 'rep-2', state: 'owned' }) });
    const won = deskReducer(moved, { type: 'leadUpdated', lead: makeLead(2, { owner: 'rep-1', state: 'won' }) });
    expect(won.leads).toEqual([]);
  });

  it('shows an offer once, the one that ends first in front', () => {
    const offer = (id: string, seconds: number) => ({
      offerId: id,
      lead: makeLead(1),
      queue: 'sales',
      expiresAt: at(seconds),
      reason: '',
    });
    let desk = connected({ offers: [offer('late', 30)] });
    desk = deskReducer(desk, { type: 'offerMade', offer: offer('soon', 10) });
    desk = deskReducer(desk, { type: 'offerMade', offer: offer('soon', 10) });
    expect(desk.offers.map(({ offerId }) => offerId)).toEqual(['soon', 'late']);
  });

  it('keeps a lead whose call ended without an answer, to tell the rep where it went', () => {
    const call = { attemptId: 'a1', number: 1, repId: 'rep-1', proven: true, startedAt: at(-5) };
    const ringing = makeLead(1, { owner: 'rep-1', attempts: [{ ...call, status: 'ringing' }] });
    const missed = makeLead(1, { owner: 'rep-1', attempts: [{ ...call, status: 'noAnswer', endedAt: at(0) }] });
    const desk = deskReducer(connected({ leads: [ringing] }), { type: 'leadUpdated', lead: missed });
    expect(desk.unanswered).toBe(missed);
    const talked = { ...call, status: 'completed' as const, answeredAt: at(-3), endedAt: at(0) };
    const reached = makeLead(1, { owner: 'rep-1', attempts: [talked] });
    expect(deskReducer(connected({ leads: [ringing] }), { type: 'leadUpdated', lead: reached }).unanswered).toBeNull();
  });

  it('keeps a lead that fell due while the rep is busy, and leaves the work in hand on the desk', () => {
    const promised = makeLead(1, { owner: 'rep-1', state: 'callback' });
    const inHand = makeLead(2, { owner: 'rep-1', state: 'owned' });
    const due = makeLead(1, { owner: null, state: 'waiting', waitsFor: { repId: 'rep-1', until: at(60) } });
    const desk = deskReducer(connected({ leads: [promised, inHand] }), { type: 'leadUpdated', lead: due });
    expect(desk.leads).toEqual([due, inHand]);
    expect(focusedLead(desk.leads, null, Date.now())).toBe(inHand);
    const other = makeLead(1, { owner: null, state: 'waiting', waitsFor: { repId: 'rep-2', until: at(60) } });
    expect(deskReducer(desk, { type: 'leadUpdated', lead: other }).leads).toEqual([inHand]);
  });

  it('puts a lead on the desk by itself only when it is to be worked now', () => {
    const now = Date.now();
    const later = makeLead(1, { state: 'callback', deadlines: [{ kind: 'callback', at: at(3_600) }] });
    const due = makeLead(2, { state: 'owned', deadlines: [{ kind: 'attemptBy', at: at(60) }] });
    expect(focusedLead([later], null, now)).toBeUndefined();
    expect(focusedLead([later, due], null, now)).toBe(due);
    expect(focusedLead([later, due], 'lead-1', now)).toBe(later);
  });
});
