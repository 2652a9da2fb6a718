import type { IssueFacts } from '../src/diagnostics/issues/issue-facts.js';

type Rule = IssueFacts<Record<string, unknown>>[string];

const introduction = `
What decides whether a device trusts a root or a server, and which one imports an identity: every rule by which \`diagnoseRoot\`,
\`evaluateTrust\`, \`diagnoseServer\`, \`inspectPkcs12\`, \`profilewright doctor\` and \`profilewright p12\` judge, who says
so, and how sure we are. Each id leads to the message and the hint. The severity is the
usual one; what the rule checks says where it differs. Rules about the payload around a certificate are among the
[issues](issues.md#profile).

| how sure | what that means                                                                                               |
| -------- | ------------------------------------------------------------------------------------------------------------- |
| high     | read in Apple's published source, documentation or unit tests, or in a standard that leaves no choice           |
| medium   | inferred from these, or seen by several people in some versions                                               |
| low      | common knowledge only: never an error                                                                         |

Apple publishes the source of its trust evaluator, but not that of Settings: what Certificate Trust Settings lists is known from
reports. Nothing here was tried on a device by this project.`;

/** In the order in which somebody asks: the root, then what every certificate needs, then the path, then the server. */
const sections: Readonly<Record<string, string>> = {
  root: 'The root: will it show up, and may it be switched on?',
  certificate: 'Every certificate',
  'public-key': 'The key',
  'certification-path': 'The path from the server to the root',
  'server-name': 'The name of the server',
  'server-trust': 'The certificate of the server, and the CAs above it',
  server: 'The server itself',
  pkcs12: 'A PKCS#12 file: which systems import it?',
};

/** The page of all rules about trust: the areas whose rules say how sure we are. */
export function describeTrustRules(
  areas: readonly (readonly [area: string, rules: Readonly<Record<string, Rule>>])[],
  literal: (text: string) => string,
): string {
  const known = new Map(areas);
  const weighed = areas.filter(([, rules]) => Object.values(rules).some(({ confidence }) => confidence !== undefined));
  const forgotten = weighed.map(([area]) => area).filter((area) => !Object.hasOwn(sections, area));
  if (forgotten.length > 0) throw new Error(`docs/describe-trust-rules.ts has no title for ${forgotten.join(', ')}`);
  const tables = Object.entries(sections).map(([area, title]) => {
    const rows = Object.entries(known.get(area) ?? {}).map(([code, rule]) => describeRule(code, rule, literal));
    const head = ['| rule | what it checks | severity | how sure | source |', '| --- | --- | --- | --- | --- |'];
    // Prettier would pad every cell to the longest one of its column.
    return [`## ${title}`, '<!-- prettier-ignore -->', [...head, ...rows].join('\n')]
      .join('\n\n')
      .replace('-->\n\n', '-->\n');
  });
  const note = '<!-- Written by `npm run docs` from src/diagnostics/. Change the catalogue, not this page. -->';
  return ['# Trust rules', note, introduction.trim(), ...tables].join('\n\n');
}

function describeRule(
  code: string,
  { about, severity, confidence = 'medium', source }: Rule,
  literal: (text: string) => string,
): string {
  const cells = [`[\`${code}\`](issues.md#${code})`, literal(about), severity, confidence, literal(source)];
  return `| ${cells.join(' | ')} |`;
}
