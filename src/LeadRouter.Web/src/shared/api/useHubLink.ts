import { useEffect, useState, useSyncExternalStore } from 'react';
import { createHubLink, type HubLink, type HubLinkOptions, type LinkStatus } from './hubLink';
import type { HubUrl } from './wire';

/**
 * A hub that is connected while the component is mounted.
 * @param wire registers the message handlers; called once, before the link starts.
 */
export function useHubLink<THub extends HubUrl>(
  url: THub,
  options: HubLinkOptions,
  wire: (link: HubLink<THub>) => void,
): { link: HubLink<THub>; status: LinkStatus } {
  const [link] = useState(() => {
    const made = createHubLink(url, options);
    wire(made);
    return made;
  });
  useEffect(() => {
    link.start();
    return () => link.stop();
  }, [link]);
  const status = useSyncExternalStore(
    (listener) => link.subscribe(listener),
    () => link.status,
  );
  return { link, status };
}
