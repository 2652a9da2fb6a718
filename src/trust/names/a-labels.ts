/** Lower case for ASCII only: other letters that fold to ASCII ones must not become equal to them. */
export function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The name in lower case and with A-labels (`xn--...`) for labels in other scripts; undefined when there are none for it. */
export function toALabels(name: string): string | undefined {
  if (/^[\0-\x7f]*$/.test(name)) return foldAscii(name);
  if (name.length > 255 || !/^[a-z0-9._*\u0080-\u{10ffff}-]+$/iu.test(name)) return undefined;
  try {
    return new URL(`https://${name}/`).hostname;
  } catch {
    return undefined;
  }
}
