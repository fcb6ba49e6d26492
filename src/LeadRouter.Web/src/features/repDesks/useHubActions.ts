import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubLink } from '../../shared/api/hubLink';
import type { Arguments, Call, HubReply } from '../../shared/api/wire';
import { refusalText } from '../../shared/api/problemText';
import { showToast } from '../../shared/ui/toasts';

type RepHubUrl = '/hubs/rep';
type RepCall = Call<RepHubUrl>;

export interface HubActions {
  /**
   * Calls a method of the hub; while one of the same key is under way, nothing is sent and the answer is null.
   * A refusal or a lost line is told to the rep here; the answer is null then, too.
   */
  run<C extends RepCall>(key: string, method: C, ...args: Arguments<RepHubUrl, C>): Promise<HubReply | null>;
  isBusy(key: string): boolean;
}

/** A reply can come back before a double click is over: the key stays taken at least this long. */
const minBusyMs = 500;

export function useHubActions(link: HubLink<RepHubUrl>): HubActions {
  const { t } = useTranslation();
  const taken = useRef(new Set<string>());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());

  const run = useCallback(
    async <C extends RepCall>(key: string, method: C, ...args: Arguments<RepHubUrl, C>) => {
      if (taken.current.has(key)) return null;
      const publish = () => setBusy(new Set(taken.current));
      taken.current.add(key);
      publish();
      const longEnough = new Promise((resolve) => setTimeout(resolve, minBusyMs));
      const replied = link.invoke<C>(method, ...args).then(
        (reply) => {
          if (reply.ok) return reply;
          const { refusal } = reply;
          showToast('warning', refusal ? refusalText(refusal, t) : t('desk.notDone'));
          return null;
        },
        () => {
          showToast('error', t('desk.notSent'));
          return null;
        },
      );
      void Promise.all([replied, longEnough]).then(() => {
        taken.current.delete(key);
        publish();
      });
      return replied;
    },
    [link, t],
  );
  return { run, isBusy: (key) => busy.has(key) };
}
