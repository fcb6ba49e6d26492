import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../shared/i18n/languages';
import { TextDirection } from './TextDirection';
import { theme } from './theme';
import { Toasts } from '../shared/ui/Toasts';
import { useKeptFocus } from './useKeptFocus';

interface Props {
  client: QueryClient;
  children: ReactNode;
}

export function Providers({ client, children }: Props) {
  const { i18n } = useTranslation();
  useKeptFocus();
  return (
    <QueryClientProvider client={client}>
      <DirectionProvider initialDirection={directionOf(i18n.language)} detectDirection={false}>
        <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
          <TextDirection />
          {children}
          <Toasts />
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  );
}
