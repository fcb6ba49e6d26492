import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import en from '../src/shared/i18n/en.json';

// What the server names, the screens have words for: a new event or state fails here and not before a rep.
const domain = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../LeadRouter.Domain', file), 'utf8').replace(/\/\/.*$/gm, '');

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const members = (file: string, name: string) =>
  (new RegExp(`enum ${name}\\s*{([^}]*)}`).exec(domain(file))?.[1] ?? '')
    .split(',')
    .map((member) => camel(member.trim()))
    .filter((member) => member !== '');

const events = [...domain('Leads/LeadEvents.cs').matchAll(/record (\w+)\([^;]*\) : LeadEvent;/g)].map(([, name]) =>
  camel(name ?? ''),
);

test.each([
  ['events', events, en.timeline],
  ['lead states', members('Leads/LeadStatus.cs', 'LeadStatus'), en.lead.state],
  ['reasons to be in a queue', members('Leads/LeadEvents.cs', 'QueueReason'), en.queueReason],
  ['ends of an offer', members('Leads/LeadEvents.cs', 'OfferEnd'), en.offerEnd],
  ['call results', members('Leads/Attempt.cs', 'AttemptEnd'), en.attempt],
  ['deadlines', members('Leads/Lead.cs', 'DeadlineKind'), en.deadline],
  ['reasons to leave a rep out', members('Routing/RoutingDecision.cs', 'ExclusionReason'), en.exclusion],
  ['rep states', members('Boards/LiveBoard.cs', 'RepActivity'), en.repState],
  ['presences', members('Reps/Rep.cs', 'Presence'), en.presence],
])('has words for the server’s %s', (_, names, words) => {
  expect(names.length).toBeGreaterThan(2);
  expect(names.filter((name) => !(name in words))).toEqual([]);
});
