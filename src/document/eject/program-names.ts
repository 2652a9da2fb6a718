import { slug } from '../../profile/identifier.js';

/** What a program may import of this package. */
export const importable = [
  'acmeIdentity',
  'adCertificateIdentity',
  'editProfile',
  'pkcs12Identity',
  'ProfileBuilder',
  'readCertificate',
  'real',
  'scepIdentity',
] as const;

/** The variables of a program, each under a name of its own. */
export class ProgramNames {
  readonly #taken = new Set<string>([...importable, 'profile', 'readFileSync', 'writeFileSync', 'built']);

  /** A name that says what the variable holds; the suffix keeps it from being a word of the language. */
  add(title: string, suffix: 'Certificate' | 'Identity'): string {
    const words = slug(title)
      .replace(/^[\d-]+/, '')
      .split('-');
    const camel = words.map((word, index) => (index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)));
    const stem = camel.join('');
    const base = stem === '' ? suffix.toLowerCase() : stem + suffix;
    let name = base;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${base}${String(count)}`;
    this.#taken.add(name);
    return name;
  }
}
