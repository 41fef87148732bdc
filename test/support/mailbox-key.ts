/** The key of the embedded mailbox of every product that a test starts; one that runs already tells it by a variable. */
export const MAILBOX_KEY = process.env.INTERLOOP_MAILBOX_KEY ?? 'mailbox-key-of-products-under-test';

/** What a browser that was given the key sends. */
export const MAILBOX_COOKIE = `il-mailbox=${MAILBOX_KEY}`;
