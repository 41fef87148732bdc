/** What each region guarantees, from the running installation. */
// biome-ignore-all lint/a11y/noRedundantRoles: the display of rows and cells changes on small screens, which takes their role away
import { t } from '../shared/i18n.ts';
import { regionName } from '../shared/region-name.ts';
import { Loaded } from '../shared/ui/states.tsx';
import type { Load } from '../shared/use-load.ts';
import type { Installation } from './use-installation.ts';

export function RegionsTable({ installation }: { installation: Load<Installation> }) {
  return <Loaded of={installation}>{(known) => <Table regions={known.regions} />}</Loaded>;
}

function Table({ regions }: { regions: Installation['regions'] }) {
  const said = t('regions.said', 'What people said');
  const clock = t('regions.clock', 'The live session’s clock');
  const here = t('regions.here', 'On this installation');
  const guaranteed = <b>{t('regions.guaranteed', 'Guaranteed')}</b>;
  return (
    <table class="regions" role="table">
      <thead>
        <tr>
          <th scope="col">{t('regions.region', 'Region')}</th>
          <th scope="col">{said}</th>
          <th scope="col">{clock}</th>
          <th scope="col">{here}</th>
        </tr>
      </thead>
      <tbody>
        {regions.map((region) => (
          <tr key={region.id} role="row">
            <th scope="row" role="rowheader">
              {regionName(region.id)}
            </th>
            <td role="cell">
              <span class="cell-label">{said}</span>
              {guaranteed}
            </td>
            <td role="cell">
              <span class="cell-label">{clock}</span>
              {region.kept === 'guarantee' ? guaranteed : t('regions.hint', 'Hint only')}
            </td>
            <td role="cell">
              <span class="cell-label">{here}</span>
              {region.configured ? t('regions.ready', 'Set up') : t('regions.refuses', 'Not set up: refuses')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
