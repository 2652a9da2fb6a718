import { expect, test } from 'vitest';
import { namespaceOctets, nameUuid } from '../../src/profile/uuid.js';

// RFC 9562 appendix A.4: the version 5 UUID of "www.example.com" in the DNS namespace.
test('a name has the UUID that RFC 9562 gives for it', () => {
  const dns = namespaceOctets('6ba7b810-9dad-11d1-80b4-00c04fd430c8');
  expect(nameUuid(dns, Buffer.from('www.example.com'))).toBe('2ED6657D-E927-568B-95E1-2665A8AEA6A2');
});
