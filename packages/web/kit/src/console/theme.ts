import type { ThemeConfig } from 'antd';
import darkAlgorithm from 'antd/es/theme/themes/dark';
import defaultAlgorithm from 'antd/es/theme/themes/default';

/** Reads a token of tokens.css; antd derives further shades and so needs the value, not the variable. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function milliseconds(name: string): string {
  return `${Number.parseFloat(token(name)) / 1000}s`;
}

/** antd dressed in the product's tokens, for the theme that `<html data-theme>` names now. */
export function consoleTheme(): ThemeConfig {
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  return {
    cssVar: {},
    algorithm: isDark ? darkAlgorithm : defaultAlgorithm,
    token: {
      colorPrimary: token('action'),
      colorPrimaryBg: token('action-tint'),
      colorPrimaryBorder: token('action-line'),
      colorInfo: token('doing-fg'),
      colorSuccess: token('done-fg'),
      colorWarning: token('wait-fg'),
      colorError: token('late-fg'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorTextPlaceholder: token('ink-3'),
      colorTextDisabled: token('ink-disabled'),
      colorBgBase: token('surface'),
      colorBgContainer: token('surface'),
      colorBgLayout: token('paper'),
      colorBorder: token('line-strong'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      controlItemBgHover: token('surface-hover'),
      controlItemBgActive: token('action-tint'),
      fontFamily: token('font-sans'),
      fontSize: 14,
      fontSizeSM: 12,
      fontSizeLG: 16,
      lineHeight: 20 / 14,
      borderRadius: 4,
      borderRadiusLG: 8,
      controlHeight: 32,
      boxShadowSecondary: token('shadow-float'),
      motionDurationFast: milliseconds('motion-fast'),
      motionDurationMid: milliseconds('motion-base'),
      motionDurationSlow: milliseconds('motion-slow'),
    },
    components: {
      Menu: { itemHeight: 30, itemSelectedBg: token('surface') },
      Tree: { titleHeight: 32, nodeSelectedBg: token('action-tint') },
    },
  };
}
