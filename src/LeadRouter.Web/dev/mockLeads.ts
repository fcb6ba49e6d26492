import type { Lead, LeadDetail, RepDesk } from '../src/shared/api/wire';

export const iso = (inSeconds = 0) => new Date(Date.now() + inSeconds * 1000).toISOString();

const people = [
  ['Noa Levi', '+972501234567', 'he', 'שלום, אשמח לפרטים על המסלול המהיר. אפשר להתקשר אחרי 17:00?'],
  ['דוד כהן', '+972521112233', 'he', 'ראיתי את הפרסומת, כמה זה עולה?'],
  ['Maria Petrova', '+972541234999', 'ru', 'Please call, I want the annual plan.'],
  ['Alexander Featherstonehaugh-Wellington', '+447700900123', 'en', 'Interested in the premium package for our team.'],
] as const;

export function makeLead(index: number, over: Partial<Lead> = {}): Lead {
  const [name, phone, language, message] = people[index % people.length] ?? people[0];
  return {
    leadId: `lead-${index}`,
    state: 'offered',
    queue: 'sales',
    name,
    phone,
    email: `lead${index}@example.com`,
    source: ['facebook', 'google', 'landing-page'][index % 3] ?? null,
    campaign: 'autumn-2026',
    language,
    message,
    score: 82,
    priority: 600,
    receivedAt: iso(-24),
    deadlines: [],
    attempts: [],
    isTest: false,
    repeatCount: index % 2,
    attributes: { budget: '₪5,000', 'utm term': 'fast course', city: 'חיפה' },
    ...over,
  };
}

export const withStory = (lead: Lead): LeadDetail => ({
  ...lead,
  timeline: [
    { seq: 1, at: iso(-120), type: 'leadReceived', repId: null, data: { source: 'facebook', campaign: 'autumn-2026' } },
    { seq: 2, at: iso(-119), type: 'leadOffered', repId: 'rep-2', data: { rule: 'longestIdle' } },
    { seq: 3, at: iso(-104), type: 'offerMissed', repId: 'rep-2', data: {} },
    { seq: 4, at: iso(-103), type: 'leadOffered', repId: 'rep-1', data: { rule: 'longestIdle' } },
    { seq: 5, at: iso(-99), type: 'offerAccepted', repId: 'rep-1', data: {} },
  ],
  decisions: [
    {
      at: iso(-103),
      repId: 'rep-1',
      rule: 'longestIdle',
      eligible: ['rep-1', 'rep-3'],
      excluded: [
        { repId: 'rep-2', reason: 'passed' },
        { repId: 'rep-4', reason: 'language' },
        { repId: 'rep-5', reason: 'atCapacity' },
      ],
      excludedCount: 3,
    },
  ],
});

const script = {
  en: 'Hello, this is {rep} from {centre}.\nYou asked about our course a moment ago: is now a good time?\n\n1. What made you look today?\n2. Who else decides?\n3. When would you like to start?',
  he: 'שלום, מדבר/ת {rep} מ{centre}.\nהשארת פרטים לפני רגע: זה זמן טוב?\n\n1. מה גרם לך לחפש היום?\n2. מי עוד מחליט?\n3. מתי תרצו להתחיל?',
};

export const mockDesk: RepDesk = {
  dispositions: [
    { id: 'won', outcome: 'won', labels: { en: 'Won', he: 'נסגרה עסקה' } },
    { id: 'callback', outcome: 'callback', labels: { en: 'Call back later', he: 'לחזור אחר כך' } },
    { id: 'noAnswer', outcome: 'noAnswer', labels: { en: 'No answer', he: 'אין מענה' } },
    { id: 'notInterested', outcome: 'lost', labels: { en: 'Not interested', he: 'לא מעוניין' } },
    { id: 'tooExpensive', outcome: 'lost', labels: { en: 'Too expensive', he: 'יקר מדי' } },
    { id: 'wrongNumber', outcome: 'invalid', labels: { en: 'Wrong number', he: 'מספר שגוי' } },
  ],
  scripts: { sales: script },
  currency: 'ILS',
  timeZone: 'Asia/Jerusalem',
  centre: 'Sprint Academy',
  carrier: 'simulated',
};
