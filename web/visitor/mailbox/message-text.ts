/** Finds in a mail's text what a reader acts on: addresses to open and the code to enter. */

export type Piece = { kind: 'text'; text: string } | { kind: 'link'; href: string };

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;
/** Six digits, alone or in two groups of three. */
const CODE = /(?:^|[^\d\w/-])(\d{3})[ {2}]?(\d{3})(?![\d\w])/;

export function pieces(text: string): Piece[] {
  return text
    .split(ADDRESS)
    .map((part, index): Piece => (index % 2 === 1 ? { kind: 'link', href: part } : { kind: 'text', text: part }))
    .filter((piece) => piece.kind === 'link' || piece.text !== '');
}

/** The code in a mail, as typed: "402913". */
export function codeIn(text: string): string | null {
  const found = CODE.exec(text.replaceAll(new RegExp(ADDRESS, 'g'), ' '));
  return found === null ? null : `${found[1]}${found[2]}`;
}
