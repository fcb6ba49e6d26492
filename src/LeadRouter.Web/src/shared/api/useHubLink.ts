import { useEffect, useState, useSyncExternalStore } from 'react';
import { createHubLink, type HubLink, type HubLinkOptions, type LinkStatus } from './hubLink';

/**
 * A hub that is connected while the component is mounted.
 * @param wire registers the message handlers; called once, before the link starts.
 */
export function useHubLink(
  url: string,
  options: HubLinkOptions,
  wire: (link: HubLink) => void,
): { link: HubLink; status: LinkStatus } {
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
