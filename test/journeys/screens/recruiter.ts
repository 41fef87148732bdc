/** The recruiter's workspace: as the example team fills it, empty, loading and failed. */
import { askForCode, aTeam, enterCode, signIn, type Team } from '../team.ts';
import { type Scene, whileFailing, whileLoading } from './camera.ts';

/** Everything a page asks for but who is signed in. */
const PAGE_DATA = (url: URL) => url.pathname.startsWith('/api/recruiter/') && !url.pathname.endsWith('/me');

export async function recruiterScreens({ place, page, shoot }: Scene): Promise<void> {
  const { url } = place;
  const open = async (path: string) => {
    await page.goto(`${url}${path}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  const example = await exampleTeam(url);

  await open('/sign-in');
  await shoot('sign-in');
  const code = await askForCode(page, url, example);
  await shoot('sign-in-code');
  await enterCode(page, url, code);

  await open('/app/roles');
  const role = await page.locator('.role-list a[href^="/app/roles/"]').first().getAttribute('href');
  const rolePath = (role ?? '').replace(/\/plan$/, '');
  await open(`${rolePath}?show=to-decide`);
  const people = page.locator('main a[href^="/app/interviews/"]');
  await people.first().waitFor();
  const report = (await people.first().getAttribute('href')) ?? '';
  const ids = await people.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-1)));

  const pages: Readonly<Record<string, string>> = {
    home: '/app',
    roles: '/app/roles',
    'new-role': '/app/roles?new=1',
    pipeline: rolePath,
    plan: `${rolePath}/plan`,
    preview: `${rolePath}/plan/preview`,
    invite: `${rolePath}/invite`,
    'role-settings': `${rolePath}/settings`,
    compare: `${rolePath}/compare?people=${ids.slice(0, 3).join(',')}`,
    report,
    live: '/app/live',
    requests: '/app/requests',
    privacy: '/app/privacy',
    fairness: '/app/fairness',
    team: '/app/team',
    account: '/app/account',
  };
  for (const [name, path] of Object.entries(pages)) {
    await open(path);
    await shoot(name);
  }
  const loaded = Object.entries(pages).filter(([name]) => !['new-role', 'preview', 'role-settings'].includes(name));
  for (const [name, path] of loaded) {
    await whileFailing(page, PAGE_DATA, async () => {
      await page.goto(`${url}${path}`);
      await page.getByRole('alert').first().waitFor();
      await shoot(`${name}-failed`);
    });
    await whileLoading(page, PAGE_DATA, async () => {
      await page.goto(`${url}${path}`);
      await page.locator('.shell .loading').first().waitFor();
      await shoot(`${name}-loading`);
    });
  }

  await page.context().clearCookies();
  await signIn(page, url, await aTeam(place));
  const empty = { home: '/app', roles: '/app/roles', live: '/app/live', requests: '/app/requests', team: '/app/team' };
  for (const [name, path] of Object.entries(empty)) {
    await open(path);
    await shoot(`${name}-empty`);
  }
}

/** The seeded team whose sign-in the home page shows. */
async function exampleTeam(url: string): Promise<Team> {
  const answer = await fetch(`${url}/api/visitor/installation`);
  const { links } = (await answer.json()) as { links: { recruiter?: { region: string; email: string } } };
  if (links.recruiter === undefined) throw new Error('The installation shows no recruiter to sign in as');
  return { region: links.recruiter.region, name: '', owner: { name: '', email: links.recruiter.email } };
}
