/** Sends a file as it is. */
import { ApiProblem } from '../api.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @throws ApiProblem */
export async function sendFile(path: string, file: File): Promise<void> {
  let answer: Response;
  try {
    const headers = { 'content-type': typeOf(file.name) };
    answer = await fetch(path, { method: 'PUT', body: file, headers, credentials: 'same-origin' });
  } catch {
    throw new ApiProblem('offline', 0);
  }
  if (!answer.ok) throw new ApiProblem(answer.status === 413 ? 'too_large' : 'storage_unavailable', answer.status);
}

/** Systems that know no Word name no type for its files. */
function typeOf(name: string): string {
  if (/\.pdf$/i.test(name)) return 'application/pdf';
  return /\.docx$/i.test(name) ? WORD : 'text/plain';
}
