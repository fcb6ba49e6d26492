import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DeskEditor } from '../src/features/desks/DeskEditor';
import { RepForm } from '../src/features/reps/RepForm';
import { SetupPage } from '../src/features/sessions/SetupPage';
import { SignInPage } from '../src/features/sessions/SignInPage';
import { switchLanguage } from '../src/shared/i18n/i18n';
import { show } from './support';

/** What the server answers to what is sent; whatever is asked, it refuses. */
const serve = (status: number, body: object, headers: Record<string, string> = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>((_, init) =>
      Promise.resolve(
        new Response(JSON.stringify(init?.method === 'GET' ? { code: 'unauthenticated' } : body), {
          status: init?.method === 'GET' ? 401 : status,
          headers: { 'content-type': 'application/problem+json', ...headers },
        }),
      ),
    ),
  );

const invalid = (errors: Record<string, string[]>, codes: object) => ({
  code: 'validation_failed',
  detail: 'Some fields are not right; see errors.',
  errors,
  codes,
});

beforeEach(() => act(() => switchLanguage('he')));
afterEach(() => act(() => switchLanguage('en')));

async function signIn() {
  const user = userEvent.setup();
  await user.type(screen.getByTestId('sign-in-user'), 'dana');
  await user.type(screen.getByTestId('sign-in-password'), 'short');
  await user.click(screen.getByTestId('sign-in-submit'));
}

it('says at the field of a Hebrew form what it may be, with the numbers', async () => {
  serve(
    400,
    invalid(
      { capacity: ['Give 1 to 10.'], queues: ['The desk has no such queue.'] },
      { capacity: [{ code: 'range', values: { least: 1, most: 10 } }], queues: [{ code: 'no_such_queue' }] },
    ),
  );
  show(<RepForm rep={null} onClose={vi.fn()} />);
  await userEvent.click(screen.getByTestId('form-submit'));

  expect(await screen.findByText('יש לתת מספר בין 1 ל-10.')).toBeInTheDocument();
  expect(screen.getByText('אין תור כזה.')).toBeInTheDocument();
  expect(screen.queryByText(/Give/)).not.toBeInTheDocument();
});

it('says what is wrong with the rules by their path, in Hebrew, and what it has no words for in the server’s', async () => {
  serve(200, {
    valid: false,
    errors: {
      'queues[0].offerSeconds': ['Give 5 to 300.'],
      'queues[0].sla.clock': ['Choose working or raw.'],
      'queues[0].moon': ['Give a phase of the moon.'],
    },
    codes: {
      'queues[0].offerSeconds': [{ code: 'range', values: { least: 5, most: 300 } }],
      'queues[0].sla.clock': [{ code: 'choose', values: { options: ['working', 'raw'] } }],
      'queues[0].moon': [{ code: 'phase' }],
    },
  });
  show(<DeskEditor loaded={{ text: '{}', etag: '"1"' }} onReload={vi.fn()} />);
  await userEvent.click(screen.getByTestId('desk-validate'));

  const errors = await screen.findByTestId('desk-errors');
  expect(errors).toHaveTextContent('queues[0].offerSeconds יש לתת מספר בין 5 ל-300.');
  expect(errors).toHaveTextContent('queues[0].sla.clock יש לבחור working או raw.');
  expect(errors).toHaveTextContent('queues[0].moon Give a phase of the moon.');
});

it('says how long a new password is, and names the field that the form does not have', async () => {
  serve(
    400,
    invalid(
      { password: ['Give 8 to 200 characters.'], token: ['This is missing.'] },
      { password: [{ code: 'length', values: { least: 8, most: 200 } }], token: [{ code: 'missing' }] },
    ),
  );
  show(<SetupPage />);
  await signIn();

  expect(await screen.findByText('יש לכתוב בין 8 ל-200 תווים.')).toBeInTheDocument();
  expect(screen.getByTestId('form-error')).toHaveTextContent('token: זה חסר.');
});

it.each([
  ['he', '12 דקות'],
  ['en', '12 minutes'],
])('says in %s how long an account is locked', async (language, wait) => {
  await act(() => switchLanguage(language));
  serve(429, { code: 'locked_out', detail: 'Too many wrong passwords.' }, { 'retry-after': '661' });
  show(<SignInPage />);
  await signIn();

  expect(await screen.findByTestId('form-error')).toHaveTextContent(wait);
});
