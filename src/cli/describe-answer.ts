import type { Platform } from '../device/platform.js';
import { escapeText } from '../diagnostics/escape-text.js';
import type { Certificate } from '../pki/certificate.js';
import { describePath } from '../report/describe-path.js';
import { alignRows, count } from '../report/text-layout.js';
import type { DoctorQuestion } from './doctor-question.js';
import { joinParts } from './join-parts.js';
import type { DoctorAnswer, JudgedRoot } from './judge-material.js';
import type { SortedMaterial } from './sort-material.js';

const devices: Readonly<Record<Platform, string>> = {
  iOS: 'the iPhone',
  macOS: 'the Mac',
  tvOS: 'the Apple TV',
  watchOS: 'the Apple Watch',
  visionOS: 'the Apple Vision Pro',
};

const ways: Readonly<Record<DoctorQuestion['install'], string>> = {
  manual: 'installed by hand',
  mdm: 'delivered by an MDM server',
  configurator: 'installed with Apple Configurator over USB',
};

/** The answer in one line for the server, or one for each root; then what it rests on. */
export function describeAnswer(answer: DoctorAnswer, question: DoctorQuestion, { isAssumed }: SortedMaterial): string {
  const device = devices[question.platform.os];
  const subject = subjectOf(answer, question);
  const lines =
    answer.judged === 'server'
      ? [`${device} will trust ${subject}: ${serverVerdict(answer, question)}`]
      : answer.roots.map((root) => `${device} will trust ${root.certificate.name}: ${rootVerdict(root, question)}`);
  const read = answer.roots.filter(({ isRead }) => isRead);
  const names = read.map(({ certificate }) => certificate.name).join(', ');
  const roots = names === '' ? 'none' : `${names}, ${isAssumed ? 'as if it were ' : ''}${ways[question.install]}`;
  const { server } = answer;
  return [
    ...lines,
    ...alignRows([
      ['system', `${question.platform.os} ${question.platform.version}`],
      ['root', roots],
      [
        'server',
        server &&
          `${server.host} port ${String(server.port)}, ${server.protocol}, ${count(server.sent.length, 'certificate')} sent`,
      ],
    ]).map((line) => `  ${line}`),
  ].join('\n');
}

/** The path to the root, or the roots alone. */
export function describeTrees({ path, roots, issues }: DoctorAnswer, question: DoctorQuestion): string {
  const installed = roots.filter(({ isRead }) => isRead).map(({ certificate }) => certificate.fingerprints.sha256);
  const standing = ({ fingerprints }: Certificate): string | undefined =>
    installed.includes(fingerprints.sha256) ? ways[question.install] : undefined;
  const paths = path.length > 0 ? [path] : roots.map(({ certificate }) => [certificate]);
  return joinParts(
    paths.map((one) => {
      const top = one.at(-1);
      const lacksIssuer = issues.some(({ code }) => code === 'issuer-not-found');
      const isSelfIssued = top?.subject.normalized === top?.issuer.normalized && !lacksIssuer;
      const known = top && (standing(top) ?? (isSelfIssued ? 'not installed' : undefined));
      return describePath(one, known);
    }),
  );
}

/** What is asked about: the server by its name, else the certificate. */
export function subjectOf({ path, server }: DoctorAnswer, { hostname }: DoctorQuestion): string {
  const name = hostname ?? server?.servername ?? server?.host;
  return name === undefined ? (path[0]?.name ?? '') : escapeText(name, 100);
}

function serverVerdict({ verdict, path, roots }: DoctorAnswer, question: DoctorQuestion): string {
  if (verdict === 'refused') {
    return roots.length > 0 ? 'no' : 'no, unless its root is one that comes with the system';
  }
  return verdict === 'trusted' ? 'yes' : afterSwitch(path.at(-1)?.name ?? '', question);
}

function rootVerdict({ certificate, verdict }: JudgedRoot, question: DoctorQuestion): string {
  if (verdict === 'refused') return 'no';
  return verdict === 'trusted' ? 'yes, as soon as it is installed' : afterSwitch(certificate.name, question);
}

function afterSwitch(root: string, { platform: { os } }: DoctorQuestion): string {
  if (os === 'macOS') return `yes, after ${root} is set to Always Trust`;
  if (os === 'watchOS') return 'not certain, because no switch is known for it';
  return `yes, after the switch of ${root} is turned on`;
}

/** Ports of mail over TLS, and the names that mail servers have. */
const mailPorts: readonly number[] = [465, 587, 993, 995];
const mailName = /^(imap|mail|mx|pop|pop3|smtp)\d*\./i;

/** Whether Mail is a client of the server, as far as its port and names tell. */
export function isMailServer({ path, server }: DoctorAnswer, { hostname }: DoctorQuestion): boolean {
  const names = path[0]?.subjectAltName?.names ?? [];
  const dns = names.flatMap((name) => (name.kind === 'dNSName' ? [name.value] : []));
  const asked = hostname ?? server?.servername;
  const known = asked === undefined ? dns : [asked];
  return (server !== undefined && mailPorts.includes(server.port)) || known.some((name) => mailName.test(name));
}
