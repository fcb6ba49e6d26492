import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { NewSource } from '../src/features/sources/NewSource';
import { show } from './support';

const json = (status: number, body: object) =>
  Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }));

it('keeps the key, which is shown once, on the screen until it is said to be kept', async () => {
  vi.stubGlobal(
    'fetch',
    vi.fn<typeof fetch>((path) =>
      path === '/api/v1/sources' ? json(201, { sourceId: 's-1', key: 'lrk_once' }) : json(404, {}),
    ),
  );
  const onClose = vi.fn();
  const user = userEvent.setup();
  show(<NewSource onClose={onClose} />);
  await user.type(screen.getByTestId('source-name'), 'landing page');
  await user.click(screen.getByTestId('form-submit'));
  expect(await screen.findByTestId('source-key')).toHaveTextContent('lrk_once');
  // What is tried with the line is a test, and is counted nowhere.
  expect(screen.getByTestId('source-curl')).toHaveTextContent('"attributes":{"test":"route"}');

  await user.keyboard('{Escape}');
  expect(onClose).not.toHaveBeenCalled();
  expect(screen.getByTestId('source-key')).toBeInTheDocument();
  await user.click(screen.getByTestId('source-key-done'));
  expect(onClose).toHaveBeenCalledOnce();
});
