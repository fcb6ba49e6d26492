import type { Lead, LeadState } from '../api/wire';

const colors: Record<LeadState, string> = {
  received: 'gray',
  waiting: 'orange',
  offered: 'yellow',
  owned: 'blue',
  attempting: 'cyan',
  reached: 'teal',
  callback: 'violet',
  won: 'green',
  lost: 'red',
  notReachable: 'gray',
  invalid: 'gray',
  withdrawn: 'gray',
};

/** Mantine colour of a lead's state; a state that this build does not know is grey. */
export const stateColor = (state: LeadState): string => (colors as Partial<Record<string, string>>)[state] ?? 'gray';

/** All states, in the order a lead goes through them. */
export const leadStates = Object.keys(colors) as LeadState[];

const closedStates: readonly LeadState[] = ['won', 'lost', 'notReachable', 'invalid', 'withdrawn'];

export const isClosed = (lead: Lead) => closedStates.includes(lead.state);
