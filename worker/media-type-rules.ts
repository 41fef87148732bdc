/** The type in a Content-Type header, in lower case and without its parameters; '' for none. Pure. */
export function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
