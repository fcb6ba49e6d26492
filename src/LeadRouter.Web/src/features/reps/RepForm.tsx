import { MultiSelect, NumberInput, PasswordInput, Switch, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { centreQuery } from '../../shared/api/centreQuery';
import { fieldError } from '../../shared/api/problemText';
import type { Rep } from '../../shared/api/wire';
import { FormModal } from '../../shared/ui/FormModal';
import { showToast } from '../../shared/ui/toasts';
import classes from './RepTable.module.css';
import { SkillsField, skillsOf } from './SkillsField';
import { useSaveRep, type RepFields } from './repChanges';

interface Props {
  /** Null adds a rep. */
  rep: Rep | null;
  onClose: () => void;
}

const fields = ['user', 'password', 'name', 'queues', 'skills', 'languages', 'capacity', 'phone', 'active'];
const commonLanguages = ['he', 'en', 'ru', 'ar', 'fr', 'es'];

export function RepForm({ rep, onClose }: Props) {
  const { t } = useTranslation();
  const queues = useQuery(centreQuery).data?.queues ?? [];
  const save = useSaveRep(rep?.repId ?? null);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [name, setName] = useState(rep?.name ?? '');
  const [inQueues, setInQueues] = useState(rep?.queues ?? []);
  const [skills, setSkills] = useState(
    Object.entries(rep?.skills ?? {}).map(([skill, level]) => ({ name: skill, level })),
  );
  const [languages, setLanguages] = useState(rep?.languages ?? []);
  const [capacity, setCapacity] = useState<number | string>(rep?.capacity ?? 1);
  const [phone, setPhone] = useState(rep?.phone ?? '');
  const [active, setActive] = useState(rep?.active ?? true);
  const error = (field: string) => fieldError(save.error, field, t);

  const submit = () => {
    const body: RepFields = {
      name: name.trim(),
      queues: inQueues,
      skills: skillsOf(skills),
      languages,
      capacity: Number(capacity),
      ...(rep === null ? { user: user.trim() } : { active }),
      ...(password === '' ? {} : { password }),
      ...(phone.trim() === '' && rep?.phone == null ? {} : { phone: phone.trim() }),
    };
    save.mutate(body, {
      onSuccess: () => {
        showToast('success', t('team.saved'));
        onClose();
      },
    });
  };

  return (
    <FormModal
      title={rep ? t('team.editRep', { name: rep.name }) : t('team.addRep')}
      submitLabel={t('team.save')}
      pending={save.isPending}
      error={save.error}
      fields={fields}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        label={t('team.name')}
        value={name}
        error={error('name')}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="rep-name"
      />
      <div className={classes.pair}>
        {rep === null && (
          <TextInput
            label={t('session.user')}
            value={user}
            error={error('user')}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setUser(event.currentTarget.value)}
            data-testid="rep-user"
          />
        )}
        <PasswordInput
          label={rep ? t('team.newPassword') : t('session.password')}
          value={password}
          error={error('password')}
          autoComplete="new-password"
          onChange={(event) => setPassword(event.currentTarget.value)}
          data-testid="rep-password"
        />
      </div>
      <MultiSelect
        label={t('team.queues')}
        description={t('team.queuesHint')}
        data={queues}
        value={inQueues}
        error={error('queues')}
        onChange={setInQueues}
      />
      <TagsInput
        label={t('team.languages')}
        description={t('team.languagesHint')}
        data={commonLanguages}
        value={languages}
        error={error('languages')}
        onChange={setLanguages}
      />
      <SkillsField rows={skills} error={error('skills')} onChange={setSkills} />
      <NumberInput
        label={t('team.capacity')}
        min={1}
        max={10}
        allowDecimal={false}
        value={capacity}
        error={error('capacity')}
        onChange={setCapacity}
      />
      <TextInput
        label={t('team.phone')}
        description={t('team.phoneHint')}
        type="tel"
        dir="ltr"
        value={phone}
        error={error('phone')}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      {rep && (
        <Switch
          label={t('team.active')}
          checked={active}
          error={error('active')}
          onChange={(event) => setActive(event.currentTarget.checked)}
        />
      )}
    </FormModal>
  );
}
