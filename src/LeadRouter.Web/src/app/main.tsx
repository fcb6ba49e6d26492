import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { createQueryClient } from '../shared/api/queryClient';
import { startI18n } from '../shared/i18n/i18n';
import { Providers } from './Providers';
import { createRouter } from './routes';
import './mantineStyles';
import './base.css';

const root = document.getElementById('root');
if (root) {
  await startI18n();
  createRoot(root).render(
    <StrictMode>
      <Providers client={createQueryClient()}>
        <RouterProvider router={createRouter()} />
      </Providers>
    </StrictMode>,
  );
}
