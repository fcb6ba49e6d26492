import { Button, CloseButton, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './RepTable.module.css';

export interface SkillRow {
  name: string;
  level: number;
}

interface Props {
  rows: readonly SkillRow[];
  error: string | undefined;
  onChange: (rows: SkillRow[]) => void;
}

const newLevel = 5;

/** Rows without a name are not sent. */
export const skillsOf = (rows: readonly SkillRow[]): Record<string, number> =>
  Object.fromEntries(rows.filter(({ name }) => name.trim() !== '').map(({ name, level }) => [name.trim(), level]));

export function SkillsField({ rows, error, onChange }: Props) {
  const { t } = useTranslation();
  const change = (index: number, over: Partial<SkillRow>) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...over } : row)));
  return (
    <fieldset className={classes.skills}>
      <legend>{t('team.skills')}</legend>
      {rows.map(({ name, level }, i) => (
        <div key={i} className={classes.skill}>
          <TextInput
            aria-label={t('team.skillName')}
            placeholder={t('team.skillName')}
            value={name}
            onChange={(event) => change(i, { name: event.currentTarget.value })}
          />
          <NumberInput
            aria-label={t('team.skillLevel')}
            min={1}
            max={10}
            allowDecimal={false}
            value={level}
            onChange={(value) => change(i, { level: Number(value) })}
          />
          <CloseButton
            size="lg"
            aria-label={t('team.skillRemove')}
            onClick={() => onChange(rows.filter((_, other) => other !== i))}
          />
        </div>
      ))}
      {error !== undefined && <span role="alert">{error}</span>}
      <Button
        variant="light"
        size="compact-sm"
        onClick={() => onChange([...rows, { name: '', level: newLevel }])}
        data-testid="skill-add"
      >
        {t('team.skillAdd')}
      </Button>
    </fieldset>
  );
}
