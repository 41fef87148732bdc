/** Networks as limits count them: an IPv4 address, or the first 64 bits of an IPv6 one. */
import { expect, test } from 'vitest';
import { networkOf } from '../../worker/network-rules.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
  ['2001:DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001::1', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['2001:db8:0:2::5', '2001:db8:0:2::/64'],
])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));

test.each([undefined, '', 'nonsense', '1::2::3', '1:2:3', 'g::1', '1:2:3:4:5:6:7:8:9'])('%s is no address', (address) =>
  expect(networkOf(address)).toBe('unknown'),
);
