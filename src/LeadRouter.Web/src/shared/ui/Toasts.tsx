import { Notification } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dismissToast, useToasts, type ToastTone } from './toasts';
import classes from './Toasts.module.css';

const colors: Record<ToastTone, string> = { error: 'red', warning: 'orange', success: 'green', info: 'blue' };

export function Toasts() {
  const { t } = useTranslation();
  const toasts = useToasts();
  return (
    <div className={classes.stack} aria-live="polite">
      {toasts.map((toast) => (
        <Notification
          key={toast.id}
          color={colors[toast.tone]}
          onClose={() => dismissToast(toast.id)}
          closeButtonProps={{ 'aria-label': t('shell.close') }}
          role={toast.tone === 'error' ? 'alert' : 'status'}
          withBorder
          data-testid="toast"
          data-tone={toast.tone}
        >
          {toast.text}
        </Notification>
      ))}
    </div>
  );
}
