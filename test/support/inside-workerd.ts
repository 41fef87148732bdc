/** A pool that fails to start falls back to Node and stays green; here it does not. */
if (navigator.userAgent !== 'Cloudflare-Workers') throw new Error('These tests must run inside workerd');
