/** An answer that grows by lines of JSON, as they come. */

export async function* jsonLines(answer: Response): AsyncGenerator<unknown, void, void> {
  const decoder = new TextDecoder();
  let rest = '';
  const reader = answer.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      rest += decoder.decode(value, { stream: !done });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') yield JSON.parse(line);
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
