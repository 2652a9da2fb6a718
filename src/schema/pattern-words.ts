/** What fits a regular expression, in words that follow "to", and a text that does. */
interface PatternWords {
  readonly words: string;
  readonly example?: string;
}

const secureUrl: PatternWords = { words: 'a URL that begins with https://' };
const webUrl: PatternWords = { words: 'a URL that begins with http:// or https://' };
const appName: PatternWords = {
  words: 'an app identifier with at most one *, at its end and after a period',
  example: 'com.example.*',
};
const macAddress: PatternWords = { words: 'a MAC address with colons', example: '00:1B:63:84:45:E6' };
const attributeType: PatternWords = {
  words: 'one of C, L, ST, O, OU and CN, or an object identifier',
  example: '2.5.4.5',
};
const objectIdentifier = '(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))+';

/** Every regular expression of Apple's tables and of `schemas/rules/`; `test/unit/schema/pattern-words.test.ts` counts them. */
const known: Readonly<Record<string, PatternWords>> = {
  // Apple's tables.
  '^https://.*$': secureUrl,
  '^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$': {
    words: 'a UUID',
    example: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  },
  '^([0-9A-Fa-f]{2}:){5}([0-9A-Fa-f]{2})$': macAddress,
  '^([0-9A-Za-z]{6})|([0-9A-Za-z]{9})$': { words: 'a roaming consortium identifier', example: '506F9A' },
  '^[0-9]{6}$': { words: 'six digits', example: '310410' },
  // URLs.
  '^https://': secureUrl,
  '^[Hh][Tt][Tt][Pp][Ss]://': secureUrl,
  '^https?://': webUrl,
  '^[Hh][Tt][Tt][Pp][Ss]?://': webUrl,
  '^[Hh][Tt][Tt][Pp][Ss]?://[^?#]*$': { words: `${webUrl.words}, without query and fragment` },
  '^ldaps?://': { words: 'a URL that begins with ldap:// or ldaps://' },
  // Hosts and domains.
  '^[^\\s/:]+$': { words: 'a domain without scheme, port and path', example: 'www.example.com' },
  '^(\\*\\.)?[^*\\s/:]+(:[0-9]+)?(/[^*\\s]*)?$': {
    words: 'a host without a scheme, perhaps with a port and a path',
    example: '*.example.com/path',
  },
  '^([A-Za-z]+(://|/))?[^\\s/]+(:[0-9]{1,5})?(/\\S*)?$': { words: 'a KDC', example: 'tcp/kdc.example.com:88' },
  '^[A-Za-z]+:[^:/\\s]+$': { words: 'a service and its domain', example: 'applinks:www.example.com' },
  '^(\\*|[^.*]+)(\\.(\\*|[^.*]+))*$': {
    words: 'a server name in which each * is a whole label',
    example: '*.example.com',
  },
  '^\\*?[^*]*$': { words: 'a domain with at most one *, at its beginning', example: '*.example.com' },
  '^[^*]*(\\*[^*]*)?$': { words: 'a text with at most one *', example: '17.*' },
  '^[^,\\s]+$': { words: 'a single server, without comma and space', example: 'time.example.com' },
  '\\*': { words: 'a text with a *' },
  '^\\.[^.]+$': { words: 'a top-level domain' },
  // Names of the platform.
  '^[^.\\s]+(\\.[^.\\s]+)+$': { words: 'a name in reverse DNS order', example: 'com.example.wifi' },
  '^\\S+ \\([A-Za-z0-9]+\\)$': {
    words: 'a bundle identifier and, in brackets, its team identifier',
    example: 'com.example.app (A1B2C3D4E5)',
  },
  '^([^*]+|[^*]*\\.\\*)$': appName,
  '^[^*]*[^*.](\\.\\*)?$': appName,
  '^com\\.apple\\.mgmt\\.': {
    words: 'the topic of the push certificate, which begins with com.apple.mgmt.',
  },
  [`^${objectIdentifier}$`]: { words: 'an object identifier', example: '1.3.6.1.5.5.7.3.2' },
  [`^(C|L|ST|O|OU|CN|${objectIdentifier})$`]: attributeType,
  '^(C|L|ST|O|OU|CN|[0-9]+(\\.[0-9]+)+)$': attributeType,
  '^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}$': macAddress,
  // Whatever else.
  '^(default|[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*)$': { words: 'default or a language', example: 'de-CH' },
  '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$': { words: 'the name of a time zone', example: 'Europe/Berlin' },
  '^[0-9]+:[0-9]+:[0-9]+$': { words: 'a time of the day', example: '08:30:00' },
  '^/': { words: 'a path that begins with /', example: '/usr/local/bin/agent' },
  '/Library/Application Support/Apple/AssetCache/Data$': {
    words: 'a path that ends with /Library/Application Support/Apple/AssetCache/Data',
  },
};

/** What fits a regular expression, in words that follow "to" or "write"; the expression itself where nobody wrote words for it. */
export function describePattern(pattern: string): string {
  const found = Object.hasOwn(known, pattern) ? known[pattern] : undefined;
  if (found === undefined) return `a text that matches ${pattern}`;
  return found.example === undefined ? found.words : `${found.words}, such as ${found.example}`;
}
