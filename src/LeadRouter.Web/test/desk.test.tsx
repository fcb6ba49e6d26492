import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeLead } from '../dev/mockLeads';
import type { HubLink } from '../src/shared/api/hubLink';
import { DeskPage } from '../src/features/repDesks/DeskPage';
import { at, FakeLink, repState, show } from './support';

const hub = vi.hoisted(() => ({ link: null as HubLink | null }));
vi.mock('../src/shared/api/hubLink', () => ({ createHubLink: () => hub.link }));

let link: FakeLink;
const owned = makeLead(1, { state: 'owned', owner: 'rep-1', name: 'Noa Levi' });
const offer = () => ({
  offerId: 'offer-7',
  lead: makeLead(7, { name: 'Avi Biton' }),
  queue: 'sales',
  expiresAt: at(20),
  reason: '',
});

beforeEach(() => {
  link = new FakeLink();
  hub.link = link;
});

function openDesk(over: Parameters<typeof repState>[0] = {}) {
  show(<DeskPage />);
  link.send('State', repState(over));
  return userEvent.setup();
}

describe('An offer on the desk', () => {
  it('is accepted by Enter, once, and its lead comes into view', async () => {
    const user = openDesk();
    link.send('OfferMade', offer());
    expect(screen.getByTestId('offer-accept')).toHaveFocus();
    await user.keyboard('{Enter}{Enter}');
    expect(link.calls).toEqual([['AcceptOffer', 'offer-7']]);
    link.send('OfferEnded', { offerId: 'offer-7', why: 'accepted' });
    link.send('LeadUpdated', { ...offer().lead, state: 'owned', owner: 'rep-1' });
    expect(screen.queryByTestId('offer-card')).not.toBeInTheDocument();
    expect(screen.getByTestId('lead-name')).toHaveTextContent('Avi Biton');
  });

  it('is declined by Escape', async () => {
    const user = openDesk();
    link.send('OfferMade', offer());
    await user.keyboard('{Escape}');
    expect(link.calls).toEqual([['DeclineOffer', 'offer-7', null]]);
  });

  it('does not take keys from someone who types', async () => {
    const user = openDesk({ leads: [owned] });
    await user.type(screen.getByTestId('disposition-note'), 'almost');
    link.send('OfferMade', offer());
    expect(screen.getByTestId('disposition-note')).toHaveFocus();
    await user.keyboard('{Enter}c1');
    expect(link.calls).toEqual([]);
  });

  it('holds the focus while it rings, and lets Tab come in from a text', async () => {
    const user = openDesk({ leads: [owned] });
    await user.click(screen.getByTestId('disposition-note'));
    link.send('OfferMade', offer());
    await user.tab();
    expect(screen.getByTestId('offer-accept')).toHaveFocus();
    await user.tab();
    expect(screen.getByTestId('offer-decline')).toHaveFocus();
    await user.tab();
    expect(screen.getByTestId('offer-accept')).toHaveFocus();
    await user.tab({ shift: true });
    expect(screen.getByTestId('offer-decline')).toHaveFocus();
  });

  it('counts down by the clock of the server', () => {
    show(<DeskPage />);
    link.send('State', repState({ serverTime: at(600) }));
    link.send('OfferMade', { ...offer(), expiresAt: at(612) });
    expect(screen.getByTestId('offer-countdown')).toHaveTextContent('12');
  });

  it('tells why it went away', () => {
    openDesk();
    link.send('OfferMade', offer());
    link.send('OfferEnded', { offerId: 'offer-7', why: 'missed' });
    expect(screen.getByTestId('toast')).toHaveTextContent('You missed Avi Biton');
  });

  it('tells the refusal of the server in the words of the screen', async () => {
    const user = openDesk();
    link.reply = () => ({ ok: false, refusal: { code: 'offer_gone', text: 'The offer is over.' } });
    link.send('OfferMade', offer());
    await user.click(screen.getByTestId('offer-accept'));
    expect(await screen.findByText(/This offer is over; the next one will ring/)).toBeInTheDocument();
  });

  it('names in its words what the server names', async () => {
    const user = openDesk();
    link.reply = () => ({ ok: false, refusal: { code: 'too_many_attempts', text: 'No.', values: { attempts: 1000 } } });
    link.send('OfferMade', offer());
    await user.click(screen.getByTestId('offer-accept'));
    expect(await screen.findByText(/This lead was called 1,000 times/)).toBeInTheDocument();
  });
});

describe('Working a lead', () => {
  it('calls by the key C, says what the carrier says, and marks a call that nobody proves', async () => {
    const user = openDesk({ leads: [owned], desk: { ...repState().desk, carrier: 'none' } });
    link.reply = () => ({ ok: true, telLink: 'tel:+972521112233' });
    const dialled: string[] = [];
    const phone = (event: Event) => {
      event.preventDefault();
      dialled.push((event.target as HTMLAnchorElement).href);
    };
    document.addEventListener('click', phone);
    await user.keyboard('c');
    document.removeEventListener('click', phone);
    expect(link.calls).toEqual([['Call', 'lead-1']]);
    expect(dialled).toEqual(['tel:+972521112233']);
    const attempt = { attemptId: 'a', number: 1, repId: 'rep-1', status: 'dialing', proven: false, startedAt: at(0) };
    link.send('LeadUpdated', { ...owned, state: 'attempting', attempts: [attempt] });
    expect(screen.getByTestId('call-status')).toHaveTextContent('Dialling');
    expect(screen.getByTestId('call-manual')).toHaveTextContent('not proven');
  });

  it('asks for the amount of a won deal and sends it in the currency of the centre', async () => {
    const user = openDesk({ leads: [owned] });
    await user.keyboard('1');
    expect(screen.getByTestId('disposition-amount')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText(/Enter the amount/)).toBeInTheDocument();
    await user.keyboard('1,200.50{Enter}');
    expect(link.calls).toEqual([
      ['Complete', 'lead-1', { disposition: 'won', amount: { amount: 1200.5, currency: 'ILS' } }],
    ]);
  });

  it('asks when to call back and sends the instant', async () => {
    const user = openDesk({ leads: [owned] });
    await user.click(screen.getByTestId('disposition-callback'));
    await user.click(screen.getByTestId('disposition-confirm'));
    expect(screen.getByText('Choose when to call back.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'in 2 h' }));
    await user.type(screen.getByTestId('disposition-note'), 'after lunch');
    await user.click(screen.getByTestId('disposition-confirm'));
    const [method, leadId, request] = link.calls[0] as [string, string, { callbackAt: string; note: string }];
    expect([method, leadId, request.note]).toEqual(['Complete', 'lead-1', 'after lunch']);
    const aheadMs = Date.parse(request.callbackAt) - Date.now();
    expect(aheadMs).toBeGreaterThan(118 * 60_000);
    expect(aheadMs).toBeLessThanOrEqual(120 * 60_000);
  });

  it('keeps the note over a look at another lead', async () => {
    const other = makeLead(2, { state: 'owned', owner: 'rep-1', name: 'Omer Katz' });
    const user = openDesk({ leads: [owned, other] });
    await user.type(screen.getByTestId('disposition-note'), 'budget is fine');
    await user.click(screen.getByTestId('my-lead-lead-2'));
    expect(screen.getByTestId('disposition-note')).toHaveValue('');
    await user.click(screen.getByTestId('my-lead-lead-1'));
    expect(screen.getByTestId('disposition-note')).toHaveValue('budget is fine');
  });
});

describe('The desk around the lead', () => {
  it('sends nothing while the line is down and says so', () => {
    openDesk({ leads: [owned] });
    link.setStatus('reconnecting');
    expect(screen.getByTestId('call-button')).toBeDisabled();
    expect(screen.getByTestId('presence-break')).toBeDisabled();
    expect(screen.getByTestId('connection-state')).toHaveAttribute('data-state', 'reconnecting');
    expect(screen.getByText(/Connection lost/)).toBeInTheDocument();
  });

  it('changes presence once for a double click', async () => {
    const user = openDesk();
    await user.dblClick(screen.getByTestId('presence-break'));
    expect(link.calls).toEqual([['SetPresence', 'break']]);
  });

  it('puts a reminder off where that may be', async () => {
    const reminder = { leadId: owned.leadId, text: '', dueAt: at(-5), kind: 'dispositionBy' as const };
    const user = openDesk({
      leads: [owned],
      reminders: [
        { ...reminder, reminderId: 'r1', mayPutOff: true },
        { ...reminder, reminderId: 'r2', mayPutOff: false },
      ],
    });
    await user.click(within(screen.getByTestId('reminder-r1')).getByRole('button', { name: /15 minutes/ }));
    await waitFor(() => expect(link.calls).toEqual([['Snooze', 'r1', 15]]));
    expect(within(screen.getByTestId('reminder-r2')).queryByRole('button', { name: /minutes/ })).toBeNull();
  });

  it('takes a reminder off when its lead has gone on', () => {
    const dueAt = at(-5);
    const late = { ...owned, deadlines: [{ kind: 'attemptBy' as const, at: dueAt }] };
    openDesk({
      leads: [late],
      reminders: [{ reminderId: 'r1', kind: 'attemptBy', leadId: late.leadId, text: '', dueAt, mayPutOff: true }],
    });
    link.send('LeadUpdated', { ...late, repeatCount: 1 });
    expect(screen.getByTestId('reminder-r1')).toBeInTheDocument();
    link.send('LeadUpdated', { ...late, deadlines: [{ kind: 'attemptBy', at: at(300) }] });
    expect(screen.queryByTestId('reminder-r1')).not.toBeInTheDocument();
  });
});
