import { render, screen } from '@testing-library/react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { expect, it } from 'vitest';
import type { User } from '../src/shared/api/wire';
import { AdminOnly } from '../src/app/AdminOnly';

const open = (roles: User['roles']) => {
  const router = createMemoryRouter(
    [
      {
        element: <Outlet context={{ user: 'ann', name: 'Ann', roles }} />,
        children: [{ element: <AdminOnly />, children: [{ path: '/rules', element: <p>rules</p> }] }],
      },
      { path: '/board', element: <p>board</p> },
    ],
    { initialEntries: ['/rules'] },
  );
  render(<RouterProvider router={router} />);
};

it('leads a supervisor who types the address of an administrator’s screen to the board', async () => {
  open(['supervisor']);
  expect(await screen.findByText('board')).toBeInTheDocument();
});

it('shows it to an administrator', async () => {
  open(['admin']);
  expect(await screen.findByText('rules')).toBeInTheDocument();
});
