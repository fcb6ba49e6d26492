import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../shared/api/problemText';
import { FormModal } from '../../shared/ui/FormModal';
import { showToast } from '../../shared/ui/toasts';
import { useCreateUser } from './repChanges';

const fields = ['user', 'password', 'name', 'role'];

/** An account for someone who takes no leads. */
export function UserForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateUser();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState('supervisor');
  const error = (field: string) => fieldError(create.error, field, t);
  const submit = () =>
    create.mutate(
      { user: user.trim(), password, name: name.trim(), role },
      {
        onSuccess: () => {
          showToast('success', t('team.userCreated', { user: user.trim() }));
          onClose();
        },
      },
    );
  return (
    <FormModal
      title={t('team.addUser')}
      submitLabel={t('team.save')}
      pending={create.isPending}
      error={create.error}
      fields={fields}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('team.role')}
        allowDeselect={false}
        data={[
          { value: 'supervisor', label: t('team.supervisor') },
          { value: 'admin', label: t('team.admin') },
        ]}
        value={role}
        error={error('role')}
        onChange={(value) => setRole(value ?? 'supervisor')}
        data-testid="user-role"
      />
      <TextInput
        label={t('team.name')}
        value={name}
        error={error('name')}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="user-name"
      />
      <TextInput
        label={t('session.user')}
        value={user}
        error={error('user')}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => setUser(event.currentTarget.value)}
        data-testid="user-user"
      />
      <PasswordInput
        label={t('session.password')}
        description={t('session.passwordHint')}
        value={password}
        error={error('password')}
        autoComplete="new-password"
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-testid="user-password"
      />
    </FormModal>
  );
}
