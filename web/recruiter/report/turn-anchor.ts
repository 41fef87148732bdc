/** The id of a turn's place on the page. A turn's own id holds a `#`, which no fragment of an address may hold. */
export function turnAnchor(turnId: string): string {
  return `t-${turnId.replaceAll('#', '.')}`;
}
