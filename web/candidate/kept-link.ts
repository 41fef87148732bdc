/**
 * The secret of the link that opened this tab. It leaves the address before anything is asked of the server, and is
 * kept by the tab itself, so that a reload finds it; requests carry it in their body only.
 */
import { addressWithoutSecret, secretInAddress } from './link-address-rules.ts';

const KEPT = 'il-link';

/** The secret in the address, moved from there into this tab; without one there, the one this tab holds, or ''. */
export function takeLink(): string {
  const inAddress = secretInAddress(location);
  if (inAddress === null) return kept();
  history.replaceState(null, '', addressWithoutSecret(location));
  try {
    sessionStorage.setItem(KEPT, inAddress);
  } catch {
    // A browser that keeps nothing asks for the link again after a reload.
  }
  return inAddress;
}

/** Whether this address brings a link of its own; one pasted over an open page changes only the fragment. */
export function bringsLink(): boolean {
  return secretInAddress(location) !== null;
}

function kept(): string {
  try {
    return sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}
