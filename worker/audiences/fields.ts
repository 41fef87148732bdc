/** Schemas that many routes share. */
import * as v from 'valibot';
import { readAddress } from '../address-rules.ts';
import { MEMBER_ROLES } from '../domain/vocabulary.ts';
import { type IdKind, isId, REGION_IDS } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { asciiDigits, oneLine, withoutLinks } from '../text-rules.ts';

export function idField(kind: IdKind) {
  return v.pipe(
    v.string(),
    v.check((text) => isId(kind, text), `not an id of this kind`),
  );
}

/** Text of one line: line breaks in it become spaces, so that a title ends no header and no line of a mail. */
export const lineField = v.pipe(v.string(), v.transform(oneLine));

export const regionField = v.picklist(REGION_IDS);
/** An address as it was typed and as it is sent; the same rule as on the page. */
const typedAddressField = v.pipe(
  v.string(),
  v.maxLength(LIMITS.text.typedEmail),
  v.check((typed) => readAddress(typed) !== null, 'not an e-mail address'),
);
/** What is sent to: lower case, NFC and an ASCII domain, since two spellings of one address must not be two people. */
export const emailField = v.pipe(
  typedAddressField,
  v.transform((typed) => readAddress(typed)?.sent ?? ''),
);
/** Both spellings of an address: `shown` for people, `sent` for the mail. */
export const addressField = v.pipe(
  typedAddressField,
  v.transform((typed) => readAddress(typed) ?? { shown: '', sent: '' }),
);
/** A person's name. It stands in mails of ours, where nothing in it may become a link. */
export const nameField = v.pipe(
  lineField,
  v.transform(withoutLinks),
  v.minLength(1, 'empty'),
  v.maxLength(LIMITS.text.name),
);
/** A company's name, given by the operator. */
export const companyField = v.pipe(lineField, v.minLength(1, 'empty'), v.maxLength(LIMITS.text.name));
export const titleField = v.pipe(lineField, v.minLength(1, 'empty'), v.maxLength(LIMITS.text.title));
/** Words of a person: something must be said in them, and signs alone say nothing. */
export const reasonField = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'empty'),
  v.maxLength(LIMITS.text.reason),
  v.regex(/[\p{L}\p{N}]/u, 'no word in it'),
);
/** A code as people type it: digits of their own script, with spaces or dashes between them. */
export const codeField = v.pipe(
  v.string(),
  v.maxLength(40),
  v.transform((typed) => asciiDigits(typed).replaceAll(/[\s-]/g, '')),
  // Six digits; eight while the installation is being guessed at.
  v.regex(/^(\d{6}|\d{8})$/, 'all digits of the code'),
);
/** A number in a query, in digits of any script. */
export const numberField = v.pipe(v.string(), v.maxLength(40), v.transform(asciiDigits), v.toNumber());
/** A secret of a link; its shape is not checked here, so that garbage and foreign links get one answer. */
export const secretField = v.pipe(v.string(), v.maxLength(200));
/** Times travel as ISO 8601 in UTC. */
export const timeField = v.string();
export const memberRoleField = v.picklist(MEMBER_ROLES);
