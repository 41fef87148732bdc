/**
 * The one rule by which a script's address comes to be: it lies among our own hashed files. The pages' policy
 * (`trusted-types interloop`) lets no other rule be made, and no address by none.
 */

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

function own(address: string): string {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin || !url.pathname.startsWith('/assets/')) {
    throw new TypeError('A script that is not ours');
  }
  return url.href;
}

// The browser's own object, which TypeScript does not describe; what it makes stands for a string.
const rule = (Reflect.get(globalThis, 'trustedTypes') as TrustedTypes | undefined)?.createPolicy('interloop', {
  createScriptURL: own,
});

/**
 * The address of one of our scripts, for `new Worker`.
 * @throws TypeError for any other
 */
export function ownScript(address: string): string {
  return rule?.createScriptURL(address) ?? own(address);
}
