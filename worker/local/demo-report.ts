/** The finished report of a demo: for programs as JSON, for people as text. */
import type { HttpClient } from './http-client.ts';

export interface DemoReport {
  interview: string;
  region: string;
  transcript: { id: string; speaker: string; text: string; startMs: number; endMs: number }[];
  criteria: { name: string; level: number | null; outcome: string; quotes: { turn: string; text: string }[] }[];
  scoredBy: string;
}

export async function readDemoReport(owner: HttpClient, region: string, id: string): Promise<DemoReport> {
  const { card, turns } = await owner.call('GET /api/recruiter/interviews/:id/report', { params: { id } });
  return {
    interview: id,
    region,
    transcript: turns.map((turn) => ({
      id: turn.id,
      speaker: turn.speaker,
      text: turn.text,
      startMs: turn.startMs,
      endMs: turn.endMs,
    })),
    criteria: (card?.criteria ?? []).map(({ name, level, outcome, quotes }) => ({
      name,
      level,
      outcome: outcome ?? (level === null ? 'insufficient-evidence' : 'scored'),
      quotes: quotes.map((quote) => ({ turn: quote.turnId, text: quote.text })),
    })),
    scoredBy: card?.scorer ?? 'nobody',
  };
}

export function readable(report: DemoReport, link: string): string {
  const judged = report.scoredBy === 'rehearsed' ? 'by rules; no model judged' : `by ${report.scoredBy}`;
  const lines = ['', 'Transcript', ''];
  for (const turn of report.transcript)
    lines.push(`  ${clock(turn.startMs)}  ${turn.speaker}`, `        ${turn.text}`, '');
  lines.push(`Levels (${judged})`, '');
  for (const { name, level, quotes } of report.criteria) {
    lines.push(
      `  ${level === null ? '–' : level}  ${name}${level === null ? ': not enough evidence, which is not a low level' : ''}`,
    );
    for (const quote of quotes) {
      const turn = report.transcript.find(({ id }) => id === quote.turn);
      lines.push(`       “${quote.text}”  ${turn === undefined ? '' : clock(turn.startMs)}`);
    }
  }
  return [...lines, '', `Report: ${link}`, ''].join('\n');
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
}
