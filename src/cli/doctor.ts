import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { reportCertificate } from '../document/reported-certificate.js';
import { reportIssue } from '../document/reported-issue.js';
import type { GuidedProfile } from '../guide/guide-facts.js';
import { installGuide, type InstallGuide } from '../guide/install-guide.js';
import { readServerTarget, type ServerPlace } from '../live/server-target.js';
import { describeIssues } from '../report/describe-issues.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { withDoctorHint } from './doctor-hints.js';
import { findServerTarget, readMaterial } from './read-material.js';
import { questionOptions, readQuestion, type DoctorQuestion } from './doctor-question.js';
import { describeAnswer, describeTrees, isMailServer, subjectOf } from './describe-answer.js';
import { exitCodes } from './exit-codes.js';
import { joinParts } from './join-parts.js';
import { judgeMaterial, judgeServer, type DoctorAnswer } from './judge-material.js';
import { sortMaterial, takeRoots, type SortedMaterial } from './sort-material.js';

/** `profilewright doctor`: will the device trust it, and if not, why not? */
export const doctor: Command = {
  name: 'doctor',
  summary: 'say whether a device will trust a root or a server, and if not, why',
  usage: 'profilewright doctor FILE... | HOST:PORT [--root FILE] [options]',
  examples: [
    'profilewright doctor shop.lab:443 --root ca.pem',
    'profilewright doctor fullchain.pem --root lab.mobileconfig --hostname shop.lab',
    'profilewright doctor ca.pem --ios 17.4',
  ],
  options: questionOptions,
  notes: [
    'A file holds certificates or a profile. One that begins with the certificate of a server is what the server sends;',
    'all others are what the device gets as roots. A root that stands only among what a server sends is judged as if it were',
    'installed. Nothing is known of the roots that come with the system.',
    'Exit code 0: trusted, or as soon as the switch is turned on. 1: an issue of severity error in a root or its file.',
    '4: the server is not trusted.',
  ],
  run: runDoctor,
};

async function runDoctor(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const { positionals, lists } = parsed;
  if (positionals.length === 0) {
    throw usageError('nothing is given to look at', 'name files, or a server: `profilewright doctor shop.lab:443`');
  }
  const question = readQuestion(parsed);
  const target = findServerTarget(positionals);
  const place = target === undefined ? undefined : await readPlace(target);
  refuseMisfits(place, question);
  const rootFiles = await readMaterial(lists['root'] ?? [], context);
  if (place !== undefined) {
    const material = takeRoots([], rootFiles);
    return present(material, await judgeServer(place, material, question), question);
  }
  const material = sortMaterial(await readMaterial(positionals, context), rootFiles, question.hostname);
  if (material.chain.length + material.roots.length + material.hidden.length === 0) {
    throw usageError(
      'no file holds a certificate that can be read',
      'name a certificate, or a profile with a root in it; `profilewright validate FILE` says what a profile lacks',
    );
  }
  if (question.hostname !== undefined && material.chain.length + material.rootFiles.length === 0) {
    throw usageError(
      'no certificate of a server is given, only a profile',
      'name the file that the server sends, or the server itself: `profilewright doctor shop.lab:443 --root FILE`',
    );
  }
  return present(material, judgeMaterial(material, question), question);
}

async function readPlace(target: string): Promise<ServerPlace> {
  try {
    return await readServerTarget(target);
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_SERVER_TARGET')) throw error;
    throw usageError(error.message, 'write it as shop.lab:443, [2001:db8::1]:443 or https://shop.lab/');
  }
}

function refuseMisfits(place: ServerPlace | undefined, { policy, timeoutMilliseconds }: DoctorQuestion): void {
  if (place !== undefined && policy !== 'tls') {
    throw usageError('a live server is asked over TLS', 'name the file with its certificates for another --policy');
  }
  if (place === undefined && timeoutMilliseconds !== undefined) {
    throw usageError('--timeout is for a live server', 'leave it out');
  }
}

function present(material: SortedMaterial, answer: DoctorAnswer, question: DoctorQuestion): CommandResult {
  const { platform, install, language } = question;
  const guide = installGuide(material.profile ?? profileOf(answer), { install, language, ...platform });
  const issues = answer.issues.map((issue) => withDoctorHint(reportIssue(issue), answer));
  const exitCode = exitCodeOf(answer);
  return {
    exitCode,
    text: joinParts([
      describeAnswer(answer, question, material),
      describeIssues(issues),
      describeTrees(answer, question),
      ...nextSteps(material, answer, question, guide),
      isMailServer(answer, question) ? guide.toText('mail') : '',
    ]),
    json: reportAnswer(answer, question, { issues, guide }),
  };
}

/** What `root-ca` would make of the roots, for the steps: its name is that of the first root. */
function profileOf({ roots }: DoctorAnswer): GuidedProfile {
  const payloads = roots.map(({ certificate }) => ({
    type: 'com.apple.security.root',
    identifier: '',
    uuid: '',
    content: { PayloadContent: certificate.raw },
  }));
  const name = roots[0]?.certificate.commonName;
  return { payloads, ...(name === undefined ? {} : { displayName: name }) };
}

/** The way to the switch, once nothing stands in it. */
function nextSteps(
  { profile, rootFiles, isAssumed, isMixed }: SortedMaterial,
  { verdict, roots }: DoctorAnswer,
  { policy }: DoctorQuestion,
  guide: InstallGuide,
): string[] {
  // What `root-ca` refuses needs no steps to its switch, even where a device takes it.
  if (verdict === 'refused' || roots.every((root) => root.verdict === 'refused')) return [];
  const isPlain = !isMixed && rootFiles.length > 0 && rootFiles.every((name) => /^[\w./~-]+$/.test(name));
  const make = `profilewright root-ca ${isPlain ? rootFiles.join(' ') : 'ca.pem'} -o root.mobileconfig`;
  const alone =
    isAssumed || isMixed
      ? `Write ${roots.map(({ certificate: { name } }) => name).join(', ')} alone into ca.pem. `
      : '';
  return [
    profile === undefined ? `${alone}Make the profile: \`${make}\`` : '',
    policy === 'tls' ? '' : 'The switch is for TLS alone: 802.1X, VPN and signatures take the root without it.',
    guide.toText('install', 'missing'),
  ];
}

function exitCodeOf({ judged, verdict, issues }: DoctorAnswer): number {
  if (judged === 'server' && verdict === 'refused') return exitCodes.refused;
  return issues.some(({ severity }) => severity === 'error') ? exitCodes.issues : exitCodes.fine;
}

function reportAnswer(
  answer: DoctorAnswer,
  question: DoctorQuestion,
  shown: { issues: object; guide: InstallGuide },
): object {
  const { judged, verdict, roots, path, server } = answer;
  const { platform, install, policy } = question;
  return {
    judged,
    verdict,
    ...(judged === 'server' ? { subject: subjectOf(answer, question) } : {}),
    platform,
    install,
    policy,
    roots: roots.map(({ certificate, ...judged }) => ({ ...reportCertificate(certificate), ...judged })),
    path: path.map(reportCertificate),
    issues: shown.issues,
    ...(server === undefined ? {} : { server: { ...server, sent: server.sent.map(reportCertificate) } }),
    guide: shown.guide,
  };
}
