import { useTranslation } from 'react-i18next';
import type { Lead } from '../../shared/api/wire';
import { formatDuration } from '../../shared/format/formats';
import { useFormats } from '../../shared/format/useFormats';
import { languageName } from '../../shared/i18n/languages';
import { Panel } from '../../shared/ui/Page';
import classes from './LeadPage.module.css';

interface Props {
  lead: Lead;
  names: ReadonlyMap<string, string>;
  timeZone: string | undefined;
}

/** Time from receipt to a later moment of the lead. */
const sinceReceipt = (lead: Lead, at: string | null | undefined) =>
  at == null ? null : formatDuration((Date.parse(at) - Date.parse(lead.receivedAt)) / 1000);

export function LeadSummary({ lead, names, timeZone }: Props) {
  const { t, i18n } = useTranslation();
  const formats = useFormats(timeZone);
  const attempt = sinceReceipt(lead, lead.firstAttemptAt);
  const facts: [string, string | null | undefined][] = [
    [t('leads.phone'), lead.phone],
    [t('lead.email'), lead.email],
    [t('leads.owner'), lead.owner == null ? null : (names.get(lead.owner) ?? lead.owner)],
    [t('lead.queue'), lead.queue],
    [t('lead.test'), lead.isTest ? t('leads.countedNowhere') : null],
    [t('lead.source'), lead.source],
    [t('lead.campaign'), lead.campaign],
    [t('lead.language'), lead.language == null ? null : languageName(lead.language, i18n.language)],
    [t('lead.score'), lead.score == null ? null : formats.number(lead.score)],
    [t('leads.priority'), formats.number(lead.priority)],
    [t('leads.received'), formats.exact(lead.receivedAt)],
    [t('leads.repeatCount'), lead.repeatCount > 0 ? formats.number(lead.repeatCount) : null],
    [t('leads.timeToOffer'), sinceReceipt(lead, lead.firstOfferAt)],
    [t('leads.timeToAssignment'), sinceReceipt(lead, lead.assignedAt)],
    [
      t('metric.ttfa.name'),
      attempt !== null && lead.firstAttemptProven === false ? `${attempt} (${t('attempt.unproven')})` : attempt,
    ],
    [t('metric.ttfc.name'), sinceReceipt(lead, lead.firstContactAt)],
    [t('leads.amount'), lead.amount == null ? null : formats.money(lead.amount)],
    [t('leads.disposition'), lead.disposition],
    [t('leads.externalId'), lead.externalId],
    ...lead.deadlines.map(({ kind, at }): [string, string] => [t(`deadline.${kind}`), formats.exact(at)]),
    ...Object.entries(lead.attributes ?? {}),
  ];
  return (
    <Panel>
      <dl className={classes.facts}>
        {facts.map(
          ([name, text]) =>
            text != null &&
            text !== '' && (
              <div key={name}>
                <dt>
                  <bdi>{name}</bdi>
                </dt>
                <dd>
                  <bdi>{text}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {[lead.message, lead.note].map(
        (text, i) =>
          text != null &&
          text !== '' && (
            <p key={i} className={classes.message} dir="auto">
              {text}
            </p>
          ),
      )}
    </Panel>
  );
}
