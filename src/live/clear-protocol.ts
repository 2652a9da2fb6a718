/** How protocols begin that are often found where TLS was expected. */
const beginnings: readonly (readonly [text: string, protocol: string])[] = [
  ['HTTP/', 'plain HTTP'],
  ['220', 'the greeting of a mail or FTP server'],
  ['554', 'the greeting of a mail server'],
  ['+OK', 'the greeting of a mail server'],
  ['* ', 'the greeting of a mail server'],
  ['SSH-', 'the greeting of an SSH server'],
];

/** As many bytes as the longest beginning has. */
export const BEGINNING_BYTES = 5;

/** Says what the first bytes of a server belong to, without repeating them. */
export function describeClearProtocol(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return beginnings.find(([beginning]) => text.startsWith(beginning))?.[1] ?? 'something else than a TLS record';
}
