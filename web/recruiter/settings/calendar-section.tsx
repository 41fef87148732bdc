/** By whose working week, and in which zone, promised days are counted. */
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { regionalLocale, t } from '../../shared/i18n.ts';
import { announce } from '../../shared/ui/announcer.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/problem-notice.tsx';
import { SelectField } from '../../shared/ui/select-field.tsx';
import { useAction } from '../../shared/use-action.ts';
import { mayKeepBooks, useMe } from '../me.ts';

export function CalendarSection() {
  const me = useMe();
  const [country, setCountry] = useState(me.tenant.country);
  const [zone, setZone] = useState(me.tenant.zone);
  const save = useAction(async () => {
    await api('PUT /api/recruiter/tenant/calendar', { body: { country, zone } });
    announce(t('calendar.saved', 'Promised days are counted so from now on.'));
    // Every page of the workspace tells days by it.
    location.reload();
  });
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar.title', 'Working week and time zone')}</h2>
      <p>
        {t(
          'calendar.text',
          'Decisions and answers are promised in working days: those of this country. Due today is today in this zone.',
        )}
      </p>
      {mayKeepBooks(me) ? (
        <form
          class="form narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void save.run();
          }}
        >
          <SelectField
            label={t('calendar.country', 'Country')}
            value={country}
            options={countries(country)}
            onChange={setCountry}
          />
          <SelectField
            label={t('calendar.zone', 'Time zone')}
            value={zone}
            options={zones(zone).map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
            onChange={setZone}
          />
          <ProblemNotice problem={save.problem} />
          <div class="form-act">
            <Button type="submit" busy={save.busy}>
              {t('calendar.save', 'Save')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t('calendar.now', '{country}, {zone}', { country: nameOf(me.tenant.country), zone: me.tenant.zone })}</p>
      )}
    </section>
  );
}

/** Every country that this browser has a name for. */
function countries(now: string): { value: string; label: string }[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .map((value) => ({ value, label: nameOf(value) }))
    .filter(({ value, label }) => (label !== value && !NO_COUNTRY.has(value)) || value === now)
    .sort((a, b) => a.label.localeCompare(b.label, regionalLocale()));
}

/** Codes with a name that stand for no country's working week. */
const NO_COUNTRY: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'XK',
  'QO',
  'ZZ',
  'SU',
  'YU',
  'DD',
  'FX',
  'TP',
  'ZR',
  'BU',
  'UK',
  'AN',
  'CS',
  'NT',
  'YD',
  'VD',
  'RH',
  'HV',
  'DY',
  'NH',
  'PC',
  'PZ',
  'JT',
  'MI',
  'NQ',
  'FQ',
  'CT',
  'PU',
  'WK',
]);

function nameOf(code: string): string {
  return new Intl.DisplayNames(regionalLocale(), { type: 'region', fallback: 'code' }).of(code) ?? code;
}

function zones(now: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(now) ? known : [now, ...known];
}
