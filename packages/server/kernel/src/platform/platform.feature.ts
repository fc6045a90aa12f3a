import { defineFeature } from '@weixiang/shared';
import type { FeatureSet } from '../features/feature-set.js';

const declaration = defineFeature({
  name: 'platform',
  label: { zh: '平台', en: 'Platform' },
  description: { zh: '平台运营：开通租户、设置域名', en: 'Running the platform: tenants and their domains.' },
  permissions: {},
  messages: {
    SIGN_IN_FAILED: { zh: '账号或密码不对，请再试一次。', en: 'The login or the password is wrong. Please try again.' },
    SIGN_IN_THROTTLED: { zh: '试错太多次了，请 {minutes} 分钟后再试。', en: 'Too many failed attempts. Please try again in {minutes} minutes.' },
    LOGIN_UNREADABLE: { zh: '账号用 3–40 个小写字母、数字、点或连字符。', en: 'A login is 3–40 lower-case letters, digits, dots and hyphens.' },
    LOGIN_TAKEN: { zh: '这个账号已经有人用了。', en: 'This login is taken.' },
    SLUG_UNREADABLE: { zh: '地址名用 2–39 个小写字母、数字或连字符，以字母开头。', en: 'A slug is 2–39 lower-case letters, digits and hyphens, beginning with a letter.' },
    SLUG_TAKEN: { zh: '这个地址名已经有租户用了。', en: 'A tenant has this slug already.' },
    SEAL_IS_ONE_CHARACTER: { zh: '印章只放一个字。', en: 'The seal is one character.' },
    DOMAIN_UNREADABLE: { zh: '请填写域名，例如 xiangmu.example.gov.cn，不带 https:// 和端口。', en: 'Write a host name like projects.example.org, without https:// and port.' },
    DOMAIN_TAKEN: { zh: '这个域名已经给了别的租户。', en: 'Another tenant has this domain.' },
    STILL_FAILS: { zh: '这件事又没有办成，仍然搁置着；日志里有原因。', en: 'It failed again and stays parked; the log says why.' },
    DOMAIN_IS_PLATFORM: { zh: '您正在用这个域名管理平台，它不能交给一个租户。', en: 'You run the platform at this host; it cannot become one tenant’s.' },
  },
});

/** What the platform's endpoint knows of features: its own words, and no tenant's feature. */
export const platformFeatures: FeatureSet = { key: 'platform', plugins: [], features: [{ declaration }] };
