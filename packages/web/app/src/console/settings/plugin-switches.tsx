import { useApolloClient, useQuery } from '@apollo/client/react';
import { Empty, useLabel, useRefusingMutation } from '@weixiang/kit';
import { Button, Dialog, Fetched, RefusingForm } from '@weixiang/kit/console';
import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PluginsQuery } from '../generated/graphql.js';
import { DisablePluginDocument, EnablePluginDocument, PluginsDocument } from './settings.documents.js';

type Plugin = PluginsQuery['plugins'][number];

/** Every installed plugin with its switch. Switching takes effect at once for everybody, so it asks first. */
export function PluginSwitches({ mayEdit }: { mayEdit: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const [asked, setAsked] = useState<Plugin>();
  const result = useQuery(PluginsDocument);
  return (
    <Fetched result={result} lines={[56, 56]}>
      {({ plugins }) => (
        <>
          {plugins.length === 0 && <Empty>{t('settings.noPlugins')}</Empty>}
          <ul className="list plugins">
            {plugins.map((plugin) => (
              <li key={plugin.name}>
                <b id={`plugin-${plugin.name}`}>{label(plugin.label)}</b>
                <Switch
                  checked={plugin.isEnabled}
                  disabled={!mayEdit}
                  aria-labelledby={`plugin-${plugin.name}`}
                  aria-describedby={`plugin-${plugin.name}-why`}
                  onChange={() => setAsked(plugin)}
                />
                <span className="meta">{label(plugin.description)}</span>
                <span className="meta" id={`plugin-${plugin.name}-why`}>
                  {!mayEdit && t('settings.onlyAdministrator')}
                </span>
              </li>
            ))}
          </ul>
          {asked && <SwitchDialog plugin={asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </Fetched>
  );
}

function SwitchDialog({ plugin, onClose }: { plugin: Plugin; onClose: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const client = useApolloClient();
  const enable = useRefusingMutation(EnablePluginDocument, (data) => data.enablePlugin);
  const disable = useRefusingMutation(DisablePluginDocument, (data) => data.disablePlugin);
  const deed = plugin.isEnabled ? 'disable' : 'enable';
  const change = plugin.isEnabled ? disable : enable;
  const title = t(`settings.${deed}`, { plugin: label(plugin.label) });
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <RefusingForm
        label={title}
        submit={title}
        cancel={
          <Button tone="bare" onPress={onClose}>
            {t('cancel')}
          </Button>
        }
        fields={[]}
        outcome={change}
        onSubmit={async () => {
          if (!(await change.send({ name: plugin.name }))) return;
          onClose();
          // Menus, types and pages of the plugin come or go for this page too.
          await client.refetchQueries({ include: ['Session', 'Plugins', 'TenantSettings'] });
        }}
      >
        <p className="step-note">{t(`settings.${deed}Means`)}</p>
      </RefusingForm>
    </Dialog>
  );
}
