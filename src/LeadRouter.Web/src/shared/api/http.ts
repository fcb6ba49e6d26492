import type { FieldCode, Problem, WordValues } from './wire';

/** An error answer of the server (RFC 9457), or a request that got no answer at all (status 0, code `network`). */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** What the detail names. */
    readonly values: WordValues = {},
    /** What is wrong by JSON path; empty unless the server refused the body. */
    readonly errors: FieldErrors = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

/** A sentence of the server, and a code with values of which the screen makes one in its own language. */
export interface FieldError extends FieldCode {
  text: string;
}
export type FieldErrors = Record<string, FieldError[]>;

/** The code of a sentence that no screen has words for. */
const withoutWords = 'invalid';

/** What is wrong by JSON path: the members `errors` and `codes` tell of the same in the same order. */
export const errorsOf = ({ errors, codes }: Partial<Pick<Problem, 'errors' | 'codes'>>): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors ?? {}).map(([path, texts]) => [
      path,
      texts.map((text, i) => ({ code: withoutWords, text, ...codes?.[path]?.[i] })),
    ]),
  );

async function problemOf(response: Response): Promise<ProblemError> {
  let body: Partial<Problem> = {};
  if (response.headers.get('content-type')?.includes('json')) {
    try {
      body = (await response.json()) as Partial<Problem>;
    } catch {
      // A proxy that cuts the body off still gave us the status, which is enough to say what happened.
    }
  }
  const detail = body.detail ?? body.title ?? `HTTP ${response.status}`;
  const waitSeconds = Number(response.headers.get('retry-after'));
  const values = { ...body.values, ...(waitSeconds > 0 ? { waitSeconds } : {}) };
  return new ProblemError(response.status, body.code ?? `http_${response.status}`, detail, values, errorsOf(body));
}

/** Sends a request to our own origin; throws {@link ProblemError} for anything but a 2xx. */
export async function send(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const init: RequestInit = { method, headers: { accept: 'application/json', ...headers } };
  if (body !== undefined) {
    init.headers = { ...init.headers, 'content-type': 'application/json' };
    init.body = typeof body === 'string' ? body : JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ProblemError(0, 'network', '');
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** As {@link send}, and reads the JSON answer; an empty answer (204) reads as undefined. */
export async function call<T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await send(method, path, body);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const get = <T>(path: string) => call<T>('GET', path);
export const post = <T>(path: string, body: unknown) => call<T>('POST', path, body);
