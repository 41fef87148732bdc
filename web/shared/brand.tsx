/** Interloop's sign: two loops through one another. */

export function Loops() {
  return (
    <svg class="loops" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M11.2 6.2A5 5 0 1 0 12.4 8.3" />
      <path d="M8.8 13.8A5 5 0 1 0 7.6 11.7" />
    </svg>
  );
}

export function Wordmark({ href }: { href: string }) {
  return (
    <a class="wordmark" href={href}>
      <Loops />
      Interloop
    </a>
  );
}
