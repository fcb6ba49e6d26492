import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import type { Rep, Source, User } from '../src/shared/api/wire';
import { makeBoard } from './mockBoard.ts';
import { MockHub, readBody } from './mockHub.ts';
import { iso, makeLead, withStory } from './mockLeads.ts';
import { MockRep } from './mockRep.ts';

/** The policy that the real server sends; a style or script it would refuse must be refused here, too. */
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const users: Record<string, User> = {
  rep: { user: 'rep', name: 'Dana Mizrahi', roles: ['rep'], repId: 'rep-1' },
  super: { user: 'super', name: 'Rami Supervisor', roles: ['supervisor'], repId: null },
  admin: { user: 'admin', name: 'Ada Admin', roles: ['admin'], repId: null },
};

interface Context {
  body: Record<string, unknown>;
  params: string[];
  url: URL;
  response: ServerResponse;
}

/**
 * A made-up LeadRouter inside Vite (`--mode mock`): users rep, super and admin with any password but `wrong`.
 * `POST /mock/offer {seconds}`, `/mock/rep {…state}`, `/mock/board {reps}` and `/mock/drop` play the world.
 */
export function mockServer(): Plugin {
  const rep = new MockRep();
  let board = makeBoard(24);
  let user: User | null = null;
  const wallboard = new MockHub({ onConnect: (send) => send('Board', { ...board, at: iso() }) });
  const sources: Source[] = [
    { sourceId: 's1', name: 'Landing page', channel: 'api', queue: null, keyHint: 'lr_4f2a', createdAt: iso(-9e5) },
  ];
  const reps: Rep[] = board.reps.slice(0, 8).map((seat, i) => ({
    repId: seat.repId,
    user: `rep${i}`,
    name: seat.name,
    queues: ['sales'],
    skills: { closing: 5 },
    languages: ['he', 'en'],
    weight: 1,
    capacity: 1,
    active: i !== 6,
    presence: i % 3 === 0 ? 'break' : 'available',
    presenceReason: i === 3 ? 'missedOffers' : null,
    presenceSince: iso(-600),
    connected: true,
    activeLeads: i % 2,
  }));
  const leads = Array.from({ length: 12 }, (_, i) =>
    makeLead(i, { state: i % 3 === 0 ? 'waiting' : 'reached', owner: i % 3 === 0 ? null : 'rep-1' }),
  );
  const problem = (status: number, detail: string, errors: Record<string, string[]> = {}) => ({
    problem: { status, title: 'Refused', detail, code: 'refused', errors },
  });
  const signIn = (name: string) => {
    user = users[name] ?? users.rep ?? null;
    return { token: 't', expiresAt: iso(3600), user };
  };

  const routes: [string, RegExp, (context: Context) => unknown][] = [
    ['GET', /^\/api\/v1\/sessions\/current$/, () => user ?? problem(401, 'Sign in.')],
    [
      'POST',
      /^\/api\/v1\/sessions$/,
      ({ body }) =>
        body.password === 'wrong' ? problem(401, 'User or password is wrong.') : signIn(String(body.user)),
    ],
    ['DELETE', /^\/api\/v1\/sessions$/, () => void (user = null)],
    [
      'POST',
      /^\/api\/v1\/setup$/,
      ({ body }) =>
        String(body.password).length < 8
          ? problem(400, 'The body is not right.', { password: ['Use at least 8 characters.'] })
          : signIn('admin'),
    ],
    ['GET', /^\/api\/v1\/board$/, () => board],
    ['GET', /^\/api\/v1\/leads$/, () => ({ leads, next: null })],
    [
      'GET',
      /^\/api\/v1\/leads\/([^/]+)$/,
      ({ params }) => withStory(leads.find(({ leadId }) => leadId === params[0]) ?? makeLead(0)),
    ],
    ['POST', /^\/api\/v1\/leads\/[^/]+\/(reassign|withdraw)$/, () => undefined],
    ['GET', /^\/api\/v1\/reps$/, () => reps],
    ['POST', /^\/api\/v1\/reps$/, () => problem(400, 'The body is not right.', { user: ['This name is taken.'] })],
    ['PATCH', /^\/api\/v1\/reps\/([^/]+)$/, () => undefined],
    ['POST', /^\/api\/v1\/reps\/([^/]+)\/presence$/, () => undefined],
    ['POST', /^\/api\/v1\/users$/, () => undefined],
    ['GET', /^\/api\/v1\/sources$/, () => sources],
    ['POST', /^\/api\/v1\/sources$/, () => ({ sourceId: 's2', key: 'lr_9c1e5b7a0d3f4e6a8b2c' })],
    ['DELETE', /^\/api\/v1\/sources\/([^/]+)$/, () => void sources.pop()],
    ['POST', /^\/api\/v1\/board-tokens$/, () => ({ token: 'board-token', expiresAt: iso(86_400 * 90) })],
    [
      'GET',
      /^\/api\/v1\/desk$/,
      ({ response }) => {
        response.setHeader('etag', '"7"');
        return { version: 7, defaultQueue: 'sales', queues: [{ id: 'sales', name: 'Sales', slaSeconds: 60 }] };
      },
    ],
    ['PUT', /^\/api\/v1\/desk$/, () => problem(412, 'The desk was changed by someone else.')],
    [
      'POST',
      /^\/api\/v1\/desk\/validate$/,
      () => ({
        valid: false,
        errors: { '$.queues[0].slaSeconds': ['Give 1 to 86400.'] },
        codes: { '$.queues[0].slaSeconds': [{ code: 'range', values: { least: 1, most: 86_400 } }] },
      }),
    ],
    ['POST', /^\/mock\/offer$/, ({ body }) => rep.offer(Number(body.seconds ?? 20))],
    ['POST', /^\/mock\/rep$/, ({ body }) => rep.change(body)],
    ['POST', /^\/mock\/drop$/, () => [rep.hub, wallboard].forEach((hub) => hub.drop())],
    [
      'POST',
      /^\/mock\/board$/,
      ({ body }) => {
        board = makeBoard(Number(body.reps));
        wallboard.broadcast('Board', board);
      },
    ],
  ];

  async function handle(request: IncomingMessage, response: ServerResponse, next: () => void) {
    const url = new URL(request.url ?? '/', 'http://mock');
    if (url.pathname.startsWith('/hubs/')) {
      const open = user !== null || url.searchParams.has('access_token') || request.headers.authorization;
      if (!open) return void response.writeHead(401).end();
      return (url.pathname.startsWith('/hubs/rep') ? rep.hub : wallboard).handle(request, response, url);
    }
    const route = routes.find(([method, path]) => method === request.method && path.test(url.pathname));
    if (!route) return next();
    const [, path, answer] = route;
    const text = await readBody(request);
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    const result = answer({ body, params: path.exec(url.pathname)?.slice(1) ?? [], url, response });
    if (result === undefined) return void response.writeHead(204).end();
    const failure = (result as Partial<ReturnType<typeof problem>>).problem;
    response.statusCode = failure?.status ?? 200;
    response.setHeader('content-type', failure ? 'application/problem+json' : 'application/json');
    response.end(JSON.stringify(failure ?? result));
  }

  return {
    name: 'leadrouter-mock',
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => void handle(request, response, next)),
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        response.setHeader('content-security-policy', policy);
        void handle(request, response, next);
      }),
  };
}
