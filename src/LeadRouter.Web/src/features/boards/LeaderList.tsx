import { useTranslation } from 'react-i18next';
import type { BoardLeader } from '../../shared/api/wire';
import type { Formats } from '../../shared/format/formats';
import { OwnText } from '../../shared/ui/OwnText';
import classes from './BoardTables.module.css';

interface Props {
  leaders: readonly BoardLeader[];
  currency: string;
  formats: Formats;
}

export function LeaderList({ leaders, currency, formats }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.leaders} data-testid="board-leaders">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" title={t('metric.leaders.definition')}>
              {t('metric.leaders.name')}
            </th>
            <th scope="col">{t('board.deals')}</th>
            <th scope="col">{t('board.revenue')}</th>
            <th scope="col">{t('board.contacts')}</th>
          </tr>
        </thead>
        <tbody>
          {leaders.map((leader, i) => (
            <tr key={leader.repId} data-first={i === 0}>
              <th scope="row">
                <span className={classes.ranked}>
                  <span className={classes.rank}>{formats.number(i + 1)}</span>
                  <OwnText>{leader.name}</OwnText>
                </span>
              </th>
              <td>{formats.number(leader.deals)}</td>
              <td>{formats.money(leader.revenue, currency)}</td>
              <td>{formats.number(leader.contacts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaders.length === 0 && <p className={classes.empty}>{t('board.noLeaders')}</p>}
    </div>
  );
}
