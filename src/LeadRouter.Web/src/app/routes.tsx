import { createBrowserRouter } from 'react-router';
import { Home } from './Home';
import { AdminOnly } from './AdminOnly';
import { RouteError } from './RouteError';

/** Every screen is a chunk of its own, so that a rep's phone loads the desk and nothing else. */
export const createRouter = () =>
  createBrowserRouter([
    {
      errorElement: <RouteError />,
      hydrateFallbackElement: <></>,
      children: [
        { path: '/sign-in', lazy: () => import('../features/sessions/SignInPage') },
        { path: '/setup', lazy: () => import('../features/sessions/SetupPage') },
        { path: '/desk', lazy: () => import('../features/repDesks/DeskRoute') },
        { path: '/board', lazy: () => import('../features/boards/BoardRoute') },
        {
          lazy: () => import('./Shell'),
          children: [
            { path: '/leads', lazy: () => import('../features/leads/LeadsPage') },
            { path: '/leads/:leadId', lazy: () => import('../features/leads/LeadPage') },
            { path: '/team', lazy: () => import('../features/reps/TeamPage') },
            {
              element: <AdminOnly />,
              children: [
                { path: '/sources', lazy: () => import('../features/sources/SourcesPage') },
                { path: '/rules', lazy: () => import('../features/desks/RulesPage') },
              ],
            },
          ],
        },
        { path: '*', element: <Home /> },
      ],
    },
  ]);
