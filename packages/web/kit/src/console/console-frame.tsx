import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US';
import zhCN from 'antd/es/locale/zh_CN';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { consoleTheme } from './theme.js';

/** Everything antd needs to look and speak like the console. Stands once, around all pages. */
export function ConsoleFrame({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation('kit');
  const [theme] = useState(consoleTheme);
  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      renderEmpty={() => <span className="meta">{t('state.nothing')}</span>}
    >
      {children}
    </ConfigProvider>
  );
}
