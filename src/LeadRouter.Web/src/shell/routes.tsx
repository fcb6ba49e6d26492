import { createBrowserRouter } from 'react-router';
import { Home } from '../session/Home';
import { AdminOnly } from './AdminOnly';
import { RouteError } from './RouteError';

/** Every screen is a chunk of its own, so that a rep's phone loads the desk and nothing else. */
export const createRouter = () =>
  createBrowserRouter([
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
      children: [
        { path: '/sign-in', lazy: () => import('../session/SignInPage') },
        { path: '/setup', lazy: () => import('../session/SetupPage') },
        { path: '/desk', lazy: () => import('../desk/DeskRoute') },
        { path: '/board', lazy: () => import('../board/BoardRoute') },
        {
          lazy: () => import('./Shell'),
          children: [
            { path: '/leads', lazy: () => import('../leads/LeadsPage') },
            { path: '/leads/:leadId', lazy: () => import('../leads/LeadPage') },
            { path: '/team', lazy: () => import('../team/TeamPage') },
            {
              element: <AdminOnly />,
              children: [
                { path: '/sources', lazy: () => import('../sources/SourcesPage') },
                { path: '/rules', lazy: () => import('../rules/RulesPage') },
              ],
            },
          ],
        },
        { path: '*', element: <Home /> },
      ],
    },
  ]);
