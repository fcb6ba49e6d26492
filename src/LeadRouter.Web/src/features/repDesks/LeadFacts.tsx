import { useTranslation } from 'react-i18next';
import type { Lead, RepDesk } from '../../shared/api/wire';
import { useFormats } from '../../shared/format/useFormats';
import { languageName } from '../../shared/i18n/languages';
import classes from './LeadFacts.module.css';
import workClasses from './LeadWork.module.css';

interface Props {
  lead: Lead;
  desk: RepDesk;
}

export function LeadFacts({ lead, desk }: Props) {
  const { t, i18n } = useTranslation();
  const formats = useFormats(desk.timeZone);
  const facts: [string, string | null | undefined][] = [
    [t('lead.source'), lead.source],
    [t('lead.campaign'), lead.campaign],
    [t('lead.language'), lead.language == null ? null : languageName(lead.language, i18n.language)],
    [t('lead.queue'), lead.queue],
    [t('lead.score'), lead.score == null ? null : formats.number(lead.score)],
    [t('lead.requestedAt'), lead.requestedAt == null ? null : formats.exact(lead.requestedAt)],
    ...Object.entries(lead.attributes ?? {}),
  ];
  return (
    <section className={workClasses.panel}>
      <h2 className={workClasses.title}>{t('lead.about')}</h2>
      <dl className={classes.facts}>
        {lead.email != null && (
          <div className={`${classes.fact} ${classes.wide}`}>
            <dt>{t('lead.email')}</dt>
            <dd>
              <a href={`mailto:${encodeURIComponent(lead.email).replace('%40', '@')}`}>{lead.email}</a>
            </dd>
          </div>
        )}
        {facts.map(
          ([name, text]) =>
            text != null &&
            text !== '' && (
              <div key={name} className={classes.fact}>
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
    </section>
  );
}
