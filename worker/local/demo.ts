/** `npm run demo`: one whole interview over the public API and the socket, and its finished report. */
import { parseArgs } from 'node:util';
import { takeInterview } from './candidate-drive.ts';
import { ANSWERS_HELP, PLAN_HELP, readAnswersFile, readPlanFile } from './demo-input.ts';
import { findPlace, STATE } from './demo-place.ts';
import { readable, readDemoReport } from './demo-report.ts';
import { keptSession } from './kept-session.ts';
import { openLink, secretOf } from './sign-in.ts';

const USAGE = `npm run demo [-- --json] [--plan FILE] [--answers FILE] [--typed]

Takes one interview as a candidate would, with synthetic speech as its sound, and prints the report. It uses the
server at BASE_URL, else the one on PORT (8787), else it starts one for as long as it takes.

  --json           prints only { interview, region, transcript, criteria, scoredBy }
  --plan FILE      another plan
  --answers FILE   other answers
  --typed          types the answers instead of speaking them

${PLAN_HELP}

${ANSWERS_HELP}
`;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      plan: { type: 'string' },
      answers: { type: 'string' },
      typed: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(USAGE);
  const [plan, told] = await Promise.all([readPlanFile(values.plan), readAnswersFile(values.answers)]);
  const place = await findPlace(say);
  try {
    const { url, region } = place;
    const owner = await keptSession(STATE, place, region, place.email);
    const role = await owner.call('POST /api/recruiter/roles', { body: { title: `Demo: ${plan.title}` } });
    const params = { role: role.id };
    const draft = await owner.call('PUT /api/recruiter/roles/:role/plan', {
      params,
      body: { revision: null, content: plan },
    });
    await owner.call('POST /api/recruiter/roles/:role/plan/publish', { params, body: { revision: draft.revision } });
    const email = `demo.${crypto.randomUUID().slice(0, 8)}@mail.example`;
    const { interview, link } = await owner.call('POST /api/recruiter/roles/:role/invitations', {
      params,
      body: { name: told.candidate.name, email },
    });
    say(`Invited ${told.candidate.name} (${interview})`);
    const client = await openLink(place, region, secretOf(link), email);
    await takeInterview(client, { ...told, spoken: told.spoken && !values.typed, report: (line) => say(`  ${line}`) });
    const report = await readDemoReport(owner, region, interview);
    const address = `${url}/app/interviews/${interview}`;
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : readable(report, address));
    if (!values.json)
      say(
        `Sign in as ${place.email}; the code is in the mailbox, ${url}/mailbox?region=${region}&key=${place.mailboxKey}`,
      );
  } finally {
    await place.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
