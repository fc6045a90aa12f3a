import { hasLargeType, setLargeType } from '@weixiang/kit';
import { Choices } from '@weixiang/kit/portal';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** How large letters are, remembered on this device. */
export function TypeChoice() {
  const { t } = useTranslation('core-portal');
  const [isLarge, setLarge] = useState(hasLargeType);
  return (
    <Choices
      label={t('me.typeHelp')}
      value={isLarge ? 'large' : 'usual'}
      options={[
        { value: 'usual', label: t('me.usualType') },
        { value: 'large', label: t('me.largeType') },
      ]}
      onChange={(chosen) => {
        setLargeType(chosen === 'large');
        setLarge(chosen === 'large');
      }}
    />
  );
}
