import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { switchLanguage } from '../src/shared/i18n/i18n';
import { SetupPage } from '../src/features/sessions/SetupPage';
import { SignInPage } from '../src/features/sessions/SignInPage';
import { show } from './support';

const fetchMock = vi.fn<typeof fetch>();
const problem = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock);
  fetchMock.mockReset();
});

/** Nobody is signed in; everything else is answered by the given response. */
const answer = (response: () => Response | Promise<Response>) =>
  fetchMock.mockImplementation((path) =>
    path === '/api/v1/sessions/current'
      ? Promise.resolve(problem(401, { title: 'Unauthorized', code: 'unauthorized' }))
      : Promise.resolve().then(response),
  );

async function submit() {
  const user = userEvent.setup();
  await user.type(screen.getByTestId('sign-in-user'), 'dana');
  await user.type(screen.getByTestId('sign-in-password'), 'short');
  await user.click(screen.getByTestId('sign-in-submit'));
}

describe('Errors of the server', () => {
  it('are shown as their detail when the screen has no words for their code', async () => {
    answer(() => problem(401, { title: 'Unauthorized', detail: 'Not on Sundays.', code: 'not_on_sundays' }));
    show(<SignInPage />);
    await submit();
    expect(await screen.findByTestId('form-error')).toHaveTextContent('Not on Sundays.');
  });

  it('are told in the language of the screen', async () => {
    answer(() => problem(401, { title: 'Unauthorized', detail: 'Wrong user.', code: 'bad_credentials' }));
    show(<SignInPage />);
    await submit();
    expect(await screen.findByTestId('form-error')).toHaveTextContent('The user or the password is not right.');
    await act(() => switchLanguage('he'));
    expect(screen.getByTestId('form-error')).toHaveTextContent('שם המשתמש או הסיסמה שגויים.');
    await act(() => switchLanguage('en'));
  });

  it('stand at the field they are about', async () => {
    const errors = { Password: ['Use at least 8 characters.'] };
    answer(() => problem(400, { title: 'Bad request', detail: 'The body is not right.', code: 'invalid', errors }));
    show(<SetupPage />);
    await submit();
    expect(await screen.findByText('Use at least 8 characters.')).toBeInTheDocument();
    expect(screen.getByTestId('sign-in-password')).toHaveAccessibleDescription(/at least 8/);
    expect(screen.queryByTestId('form-error')).not.toBeInTheDocument();
  });

  it('are not lost when the form has no such field', async () => {
    const errors = { token: ['The set-up link was used before.'] };
    answer(() => problem(400, { title: 'Bad request', detail: 'The body is not right.', code: 'invalid', errors }));
    show(<SetupPage />);
    await submit();
    expect(await screen.findByTestId('form-error')).toHaveTextContent('The set-up link was used before.');
  });

  it('include a server that cannot be reached', async () => {
    answer(() => Promise.reject(new TypeError('Failed to fetch')));
    show(<SignInPage />);
    await submit();
    expect(await screen.findByTestId('form-error')).toHaveTextContent('The server cannot be reached');
  });
});
