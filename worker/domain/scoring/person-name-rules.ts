/**
 * Where a person's own name stands in what was said. Many names are words too: those are hidden only where they stand as
 * a name. Pure.
 */

/** Shorter parts of a name are words of their own too often. */
const LEAST_NAME = 3;

/** Names that are words of English. */
const ALSO_WORDS = new Set(
  `art april august autumn baker bill bishop black brook brown carol chance chase chip christian clay cliff cook crystal
  daisy dale dawn dean dick dot drew faith fisher ford forest frank gene glen gold grace grant gray green guy hall harmony
  heath heather hill holly hope hunter iris ivy jack jay jean jewel joy june justice king lane lily long love major mark
  martin mason may miles miller page pat patience pearl penny pierce pike poppy price prince ray read reed rich rob robin
  rock rose ruby rush rusty sandy sharp short skip sky smith sterling stone storm sue summer sunny taylor trace turner
  victor violet wade walker ward warren way west white will wise wood woods young`.split(/\s+/),
);
/** Parts that join names, and are words of their language when they stand alone. */
const PARTICLES = new Set(
  'van von der den del della las los bin ibn ben abu san ter ten dos das de la le el al'.split(' '),
);
const INTRODUCED = String.raw`(?:\b(?:my name(?: is|['’]s)|(?:i am|i['’]m) called|call(?:s|ed)? me|mr|mrs|ms|miss|dr)\.?\s+)`;
const EDGE_BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const EDGE_AFTER = String.raw`(?![\p{L}\p{M}\p{N}])`;

/** One pattern for each way in which a part of these names is found; none for no name. */
export function namePatterns(names: readonly string[]): RegExp[] {
  const parts = [...new Set(names.flatMap((name) => name.normalize('NFC').split(/[\s,]+/)))].filter(
    (part) => part.length >= LEAST_NAME,
  );
  const kind = (part: string) => part.toLowerCase();
  const plain = parts.filter((part) => !ALSO_WORDS.has(kind(part)) && !PARTICLES.has(kind(part)));
  const words = parts.filter((part) => ALSO_WORDS.has(kind(part)));
  const any = [...new Set(names.flatMap((name) => name.normalize('NFC').split(/[\s,]+/)))].filter(
    (part) => part !== '',
  );
  const found: RegExp[] = [];
  if (plain.length > 0) found.push(new RegExp(`${EDGE_BEFORE}(?:${either(plain)})${EDGE_AFTER}`, 'giu'));
  if (words.length === 0) return found;
  const capital = either(words.map(capitalised));
  const next = either(any.map(capitalised));
  // Beside another part of the name, written as a name.
  if (any.length > 1) found.push(new RegExp(`${EDGE_BEFORE}(?:${next})(?:[\\s.-]+(?:${next}))+${EDGE_AFTER}`, 'gu'));
  // In the middle of a sentence a capital says that it is a name.
  found.push(new RegExp(`(?<=[\\p{Ll}\\p{N},;:] ?)(?<=\\s)(?:${capital})${EDGE_AFTER}`, 'gu'));
  found.push(new RegExp(`(?<=${INTRODUCED})(?:${either(words)})${EDGE_AFTER}`, 'giu'));
  return found;
}

function capitalised(part: string): string {
  return part.slice(0, 1).toUpperCase() + part.slice(1);
}

function either(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
}
