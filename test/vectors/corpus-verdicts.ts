import type { ErrorCode } from '../../src/diagnostics/errors/index.js';
import type { IssueCode } from '../../src/diagnostics/issues/index.js';

/** An error, the pointer of what is wrong, and why it is: by what others say of the file, never by our own reader. */
export interface DeservedError {
  readonly code: IssueCode;
  readonly at: string;
  readonly reason: string;
}

/** What is known of one file from others than our own reader. No file of the corpus is in this repository, nor its content. */
export interface CorpusVerdict {
  /** Why a device does not take the file; missing when it does. */
  readonly refused?: ErrorCode;
  /** The signature, by the SHA-256 fingerprint of the signer; missing when the file is not signed. */
  readonly signature?: {
    readonly signer: string;
    readonly digest: 'SHA-1' | 'SHA-256';
    readonly certificates: number;
    readonly signedUntil: string;
  };
  /** What is odd about the file, in the order in which it is told. */
  readonly issues?: readonly IssueCode[];
  /** The errors of the content when it is judged as a device does, each with why the file deserves it. */
  readonly errors?: readonly DeservedError[];
  /** Who says so. */
  readonly evidence: string;
}

const sha1 = { digest: 'SHA-1', certificates: 2 } as const;
const openssl = 'openssl cms -verify -noverify verifies it and names the signer; plistlib reads what was signed';
const weak = `${openssl}; openssl cms -print shows SHA-1`;

/** Signed for paulmillr/encrypted-dns with one and the same certificate. */
const letsEncrypt = {
  signature: {
    signer: 'BAB592E553FA8E78DEA96FB77803B3FA9D8A92731F832226CBAA0E96FAA566D2',
    digest: 'SHA-256',
    certificates: 2,
    signedUntil: '2026-05-28T04:30:44Z',
  },
  evidence: openssl,
} as const;

const personal = {
  signature: {
    signer: '12EF30B4E90DCB63DAD889EF2D8E578BD9B308325CFCFD340BE52C56228368B8',
    signedUntil: '2023-01-07T18:27:53Z',
    ...sha1,
  },
  issues: ['signer-digest'],
  evidence: weak,
} as const;

const appleExample =
  "plistlib and libplist; an example of Apple's documentation, where values are shortened or made up";

const at = '/PayloadContent/0/PayloadContent';

/** Apple cut the certificate short on the pages that these are from. */
const cutShort: CorpusVerdict = {
  errors: [{ code: 'pem-content-is-pem-certificate', at, reason: 'openssl x509 cannot read the PEM' }],
  evidence: appleExample,
};

/** Files about which there is something to say, by the SHA-256 of the whole file. */
const remarkable: Readonly<Record<string, CorpusVerdict>> = {
  '0006cd27f6ce76b340816190aa14e3b38ec4d817fbae418605bdaf06962e7308': personal,
  '08613026b822e30a01ff357c7ed804ff6828361c5bc82aec472bd4783608f2be': personal,
  '030276b295e48bd9c2323140dfe75d6c9d2c35792ab803b638708b16a6f436ab': {
    signature: {
      signer: 'D21B82F127BB217CB239C2F0283F6263134138E7B64A08329A75497B1ABAD519',
      signedUntil: '2025-11-01T23:59:59Z',
      ...sha1,
    },
    issues: ['signer-digest'],
    evidence: `${weak}; openssl x509 shows RSA of 8192 bits`,
  },
  '0f60ff7a7752419584be54e02170520405206352c33914e7566c22c3fce49772': letsEncrypt,
  '2baa54f61ef1c3da84773962f4708bad7288cd464725ee7f275f0645da8c03bb': letsEncrypt,
  '5765d7995c05212a6126e8b35599848ee0819a6d17664cbda4e43a4cd812f48e': letsEncrypt,
  '798686789eb56e7098e3ca71c4e3dff6a8dd1baa18b882da28579bd2035998cc': letsEncrypt,
  '93c62b57ee412c71be8e4ab25846a142b33315dcdfc8b68d68713749934b2c9c': letsEncrypt,
  '9f81ae56e4dc3a1e1e84bbade66e54530c6d59dbdae9827bdab94fcf5a1078dd': letsEncrypt,
  '9fdd2bb9a0d5bf1951eb76ca35c8c9ba45a8dfaa078ac0fed6ad2236d9857c41': letsEncrypt,
  '0771befadefae71da6641a35aed36e6b1c36cd5256ea06b1e62601d7cdef4cdd': {
    refused: 'ERR_PLIST_MALFORMED',
    evidence: 'plistlib and expat: a <string> lacks the "<" of its end; libplist takes the file all the same',
  },
  '22368fde026c0cd7eedd5dc260e470885d9200ab3ae8d1c5d15844afab8dad52': {
    refused: 'ERR_PLIST_MALFORMED',
    evidence: 'plistlib: the last key of a dictionary has no value; libplist takes the file all the same',
  },
  '8424486b64c0a1a91f3b7b6167592396418dc14eeb77801058e233116586a0ba': {
    refused: 'ERR_PROFILE_MALFORMED',
    evidence:
      "plistlib reads a dictionary; Apple's schema requires PayloadType, of which there is none: it is no profile",
  },
  c09c6e26595deffed20f64f96bce79fcf0067448428fa80f66043a10640f12cc: {
    refused: 'ERR_PROFILE_MALFORMED',
    evidence:
      "plistlib reads a dictionary; Apple's schema requires PayloadType, of which there is none: it is no profile",
  },
  '87b1de368c6ad22f99dd6d70f928be8fb9ac5bca762a1ac0ac0f5cbaec3dfd4c': {
    issues: ['plist-prolog'],
    evidence: 'expat reads it, plistlib only when told that it is XML: there is no XML declaration',
  },
  ec95770ab55a5bb8cf743f8f3ec45148d40db8d715bbfee23b703f584539ad66: {
    issues: ['plist-prolog'],
    evidence:
      'expat and plistlib refuse the empty line in front of the XML declaration, libplist and CFPropertyList.c skip it',
  },
  eb38332ad75fbc38e65d35f4220834f973acd7f3d0393d3fb8961516ecbe40fe: {
    issues: ['plist-duplicate-key', 'plist-duplicate-key', 'plist-duplicate-key', 'plist-duplicate-key'],
    evidence: 'a count of the keys that expat sees: four stand twice in their dictionary; plistlib takes the last',
  },
  '330317d4e577728e8fb3bfe5691de2fceb6c8d3d8342bb572f9b834ca86dbad9': cutShort,
  b34813e87623ca0934b856cd513a417acb88186882e1f9022cea9d8143ca6198: cutShort,
  '6a9f9655b0052f4f0b7373d8a980e1488f6199da6fd9a043bb3bffdbc600201f': {
    errors: [
      {
        code: 'key-unreadable',
        at,
        reason: 'openssl x509 cannot load the public key of the certificate',
      },
    ],
    evidence: appleExample,
  },
  '9351771efd0e700e543bbfc5741b2e30f45bac4b6d40b09f2c2ad9717d36052f': {
    errors: [
      {
        code: 'root-self-signed-shape',
        at,
        reason: 'openssl verify -check_ss_sig: the root does not verify itself',
      },
      {
        code: 'rsa-small-factor',
        at,
        reason: '73 divides the modulus that openssl x509 -modulus prints',
      },
    ],
    evidence: appleExample,
  },
  bcf534a92515c6dcaa3d184ee1b6df118df1b9197afe7edd57b94fe1255a368f: {
    errors: [
      {
        code: 'schema-required',
        at: '/PayloadContent/0',
        reason: "Apple's schema requires moduleName of com.apple.screensaver; no rule of Apple's says otherwise",
      },
    ],
    evidence: 'plistlib and libplist; a file for a management server, of which nobody says that a device took it',
  },
  bec5da4ddbb5b9895529673276cf68e1c8240b6a64f6ce77e42bed75839c18aa: {
    errors: [
      {
        code: 'schema-type',
        at: '/PayloadContent/0/SubjectAltName/rfc822Name',
        reason:
          "Apple's tables have rfc822Name as a string, for the payload and for the credential of declarations alike; only of SCEP does Apple say that it may be a list too",
      },
    ],
    evidence:
      'plistlib and libplist; made to test the reader of another program, for a server on 127.0.0.1: no device took it',
  },
  e190ffb9c5485495eecd7c2310751bc20e5888ac66d68e04e23d8674ef66099b: {
    errors: ['Name', 'PayloadCertificateUUID'].map((key) => ({
      code: 'schema-required',
      at: '/PayloadContent/0',
      reason: `Apple's schema requires ${key}, which the example lacks`,
    })),
    evidence: appleExample,
  },
};

/** Files that plistlib and libplist read as a dictionary with the PayloadType "Configuration", and that are not signed. */
const plain: readonly string[] = [
  '0007e1f7db07c65a7fa7727aeb8068495990d3a2ea5d4252a0c03dc45b5f68c1',
  '01cda9bdabe834a7abd52fbf700f61e2a5fcf0d2ed8ecae87f1549388f11665e',
  '029aefbeb1c9621d84f17d5cd1e48064dd31ff2af3071628130d1a06237e0700',
  '03ff64b5a31698b3b7f751a7f03fa521c2cd2c447c153346bd7b87d20f98e4fe',
  '04b74362186bbc4b1c2afa98b4d2aac39ad480ef9823fbb1958a1719cb09bf00',
  '053e5602723844ebe42a7250c6e1aaf2105a72125b6be66c9e90e6aaf74d8b13',
  '064940ad91f415bf7914e893a914a69bfa11b9dd63d31b2e6408842fcc3a60c2',
  '0914e85aa08aaaa885ff62ff2613d6975c89a9e8ce9615a0534f2c6ca0feabfd',
  '0b4fbcfab94aba99cc31a7896ddd6ec8d5bd424ad72483820ba7d32e9af3f8d8',
  '0b66ae5211727e8ad0c47665338dbb0fbe79867bd7d7bc7b488187fc4cd570d3',
  '0f30da874503c7cca19c1c8ac584e821756aeeb16d1f08470eb49af9680a9291',
  '11af8447a7206663592a21e40e5505b56afc67814c4e986c63d92e6dfec51aec',
  '13de291fcf52ab8a4dd5b4a5d226f2933f4b9883791f3793f7a5cd9fa3459412',
  '17d37150447eed328b03010c9ff9dfdbfe47a63eeb96734eb4a5918c09814d91',
  '1ab9c626cbd7896ba24237ef951ea4882b551eb65717e73728b5e02e7df8e4a0',
  '1b0e83fd240c72e533dfea608c4d149997800665c1898b954d7db08b56df3c19',
  '1e3a1edee20f523755a30241a2c2cd5e3a24dcf998059bd964c113e4cbc8669a',
  '21ef0bfa50309bc612ec54561dff55c7bcac8d354e08be254f1105f3821b5286',
  '22c46d3ba292e96f054e10e0012bde3b65a839ab970a0aa148c60f486951a1e9',
  '25962d5009a333e8faae38ae7b64cedd310b9009bb56981dfb796161261de9b3',
  '25b52e500d0b3bd4bdefbe8137ecee5ed37a6094a570ec37de39e0c8d3d9f7c2',
  '2d4b22bb4f4291a68b6edc6380fedbd3e17a9f57c0109f1e0328cd0b3b2d8d10',
  '309b863989c7b966c4e7f5e15d114981495e448a3bf690720e9d5d7400ed10af',
  '35b6bd05c3c8736c0a13f7dfe523e3454674592262f5cdd386b2875d3205d534',
  '38de2e4ce673563c290a885fd41aba0bcde4ae8ecafaf65139eb2bbf653ee78d',
  '3c8b76eb91eeb24cdc041aeec034cbcc59bec51524a88c3a83bdabc1832ed19c',
  '3d26b2122e85a12a29469f95a0346bf7d4c02d82c05c1f6ad1a29bf49319f389',
  '4256856ccb8260d1da2da7b62dc12ff56bc60abf9602fd74cb6fcb0c7465dfd5',
  '43a01c8c6ba40269c9bc31167982f89136ffd57ed9f401ee42998fc70237a969',
  '455de75a66e7a7bd6845314259e7d2d226d9ddcdca225d5373309e261efddf8e',
  '48785ba75c01c86a1ebc0e7268b6247ba64ea1fe0fdba0dd66e0d264eab812d6',
  '48a5905c85910280277fa05bdc03158e5ad9809e42dd8a712c9354d97defa958',
  '496e810dcd57ff01a7cb82e575ef1156f10a8d204576cffb07dee15b28f34697',
  '4a44b7f4ec793e0ac9fc52bf9abdea2641af510021d5cb2b9bca0dd0035ce8ae',
  '4afdebeadff898a73ebf84a9ed4891c38ed92fd8b20a65c5ae6f44b130632be9',
  '4e251957cc02833b410ac0268ee758a330a528a23a9abb4093ec943dcee9196a',
  '50c07dac9213bcfb2edf07690c252cc298188e3b8a626f1f3242f61a6ae10688',
  '53112480792243b71cadfe0ee4abd97aec110021b7d9d272aacba9c3185995ac',
  '55c34f5b0c53c3253f30ccc9fe049a8543b8dc98449a30b34765a64e7faf82e8',
  '55cd09bc7eb3572b1ceba4baaac300dd37b3770fd80827f7b6b3f524684e7aec',
  '5765023ee91de094d3f999e2017125cd9abbbdf5580ef66efb82479c2ae1465e',
  '579d72dc61f73795d161852eba74c44b6c7c3750cd1f64b50a413f5bc6ef1ff0',
  '5b6d6bf1cd06c2aae7050e4af90aa0cfef157449578dfd13fca43dece196ec4d',
  '6288ab76e365d84cb3fde48773a4b383e84960aeba7d6b8af4dde9e8f03c0525',
  '6607eb5e4b80f3239327118fdb11834a2df959f77735b859a7e4c57617a5415a',
  '66a488df003be8456ef912ebfacc28bf6845e9f6d0cfbc3f44103c0fe2246182',
  '6758ba38aa2155852c783fc9ae493a253f813534d46874c768a324a54263022e',
  '6aae19768a6a2b8f88b45decf4164aecdacb1a85e2be352dd4f1cd96d8fa701d',
  '6f2bb8137ebad72c9e4d080136381eba9b46da73993ef0692c9dbd702a4f926a',
  '71f1b4c3f0584d9e5f27e7db0d0bf3958cc9862abb07b5f27d06b0eeb0fe6658',
  '73953e35a7efd457a72afb8bd4db29b3ca5dae271f392271d72d34bd2a69ed2f',
  '74083157f9e65e00f3a5ea384ccae190b182f6158a38ed5e474d654af089e1b5',
  '741fae817129698c6b0b340e5a22f6b2a583d55dc7bf1c952c778838dd92cff3',
  '74b503b041083561182acf3104f906b513c204005570e4263b7f066685317401',
  '74f6bd56783abe3ef3f5400c8626ad8da06f679f8afa302cd41e877f58208c07',
  '7547d46a48fbe64388aad9119ca749bb9eba71cc97979947843f680f5444b87d',
  '78375afcdbe8d12947e0858213a4f6c09f5d170dd55281b0fc6de4671d41ebc6',
  '7ae1025c5893b50e224edeeb27a38fbc76a7bcf463d40f4af86f7a54796ff82d',
  '7e5c197a77de23ed6904f5901570288741f7dacd16bede4fd5e24280c61498e4',
  '7f87abe42516415c62fb6dd3a3525a88e2b69ba418a57e5dcee80c5abfcb19d8',
  '849c607cc1a77908a721a246934bbde8ae5919490bc0f9b16fc1def9817555cb',
  '857e103c33fb59869a447b664d833a0969068910af39c98eafd3b5ade6e6a7ac',
  '88483d7d3c8c79801311f8848e1272fabca6368185de9fc16f95d1da84cfdf78',
  '8d11d5a443a575b27492a992dfa40343e4ce61b1032835df9fdebc50ebe43dc9',
  '8d7f2ccb95efa0650f16ab3cffa0b92ea1022fa24c7cc33079ab74185cb717bd',
  '8fd517cded884f7447e7cc3b6f9e79512a3a06dfa3ead31e3e1033d496b97fae',
  '8fe5b825326be08f597f150e127b0228472008f0916d34ac231262071a010fc5',
  '9064cfee131d4195ddab19e82514ee30aa714fd55732acae0a63e8530446faa8',
  '969c47eca5eaaa6f726a0dce91555aebe410d01a1e8cd46ee23ef3ce8c4a72b9',
  '9bf4b146b1094cb52a74aedc6fc4a6554e13e9f09971f338436fd1a6803fdc6a',
  '9caf79f74aa2a3d3e34e26aa336b0b48d50f8de94301794b62dd3967e054e527',
  '9cd41701ea240ce8a5a3bd3e5cb509483bcd5f5a3c421be114f86b5c99c0b340',
  '9f1aa1317c20ac724c6af94c25384488c1065495c71d58fe6e84e2db22e52d04',
  'a2d10efbd18976c509b968513b85a92b27707b0e5a9344243ac62a960dc62083',
  'a3a9d5b6bd4ec3ec0c5753e339ae170395201d29b0b2957c88c69cad5341f733',
  'a447451d69e19693f8f997de1975bb60a50b9d2b8596231e4c73542fe9daeaaf',
  'a80b2799e62e8076ba65e4b61a465c67884092a64fd5b8f89fa4d4ee63e6f74c',
  'a89100bcaf455cf55cd198860ef8fa017783b432f37b2af402383eda37531338',
  'a893c30facba4bfc4877039f06ee7b1dc8a2cbefbe0d42cd86618da68a81c4c1',
  'b06f548f033f3e44a37a7a4e3bdbfdd0f4d9b56cf050cd9b0e283d6a2e5eeb7b',
  'b1dc9277b59c49d35615c4974d59912c67c1af3628837469a4437a2dfa948c27',
  'b3db21133b215f18c74cb8b1c211a4b386bdea4bf8faa38b8a798eeec6e2e4da',
  'b48d4ab144f4d2ad14df2b0f295c0644bbe39f7f4fd0d97a41c2a0389969a4f9',
  'b4a5e026751068e4dca7ae0282e0990a2c7ad8a1cdecb173b09691539dfa5b09',
  'b687e3d36c157075bf6a5a43ad6c900346d3dcf1c4829f5cbd6494fb23877b3a',
  'b8a3589de45e86a727371347043b6f6da4c62dc8c7118f618d4c3d5a7fc31f1f',
  'b964764b657443466d7892e146371c6cdd17c2e0c2ddddc639e7e77d48c5220c',
  'b9b951c0a21153c6968156f57852f2758597d3430cfbbf0b5942ced771502b5c',
  'bd8a8732bc3c1b64d23cfc002620f3dd4549ad460ff98e21bbfaaf1392c0871c',
  'c032c2e0388195d7437f67d52bf67781c7929f58086aa75b26b9570951486087',
  'c4a469ac11de8057d3c169fb64590d7c6c1d3a73db794edf3552fcad0b0d65c0',
  'c8f1d6d6ae7825e8617f881651efa4beef65279f9f8a3df83c5c3db72e2e6a88',
  'cb623fc87bcd2406b5c9a99ca06c7cc0450faafaabd01f0fca74fab82251da98',
  'ce45841ce71fcfc75b24321f99fbea1862b17ce362323afc660122331ee2a1cf',
  'ceebf1617a2c6f5d10361509b87c1ef5418ca157a747765bcd7e175329355a1d',
  'cf7a77d55a37a3530e4c29d4a42a82266d69cc74ad5d71606806c176f6c619c9',
  'd5be96577700bd80828e9e24be9359167e27b5469baaee1cc12a72470f2e1fd7',
  'd73732f669767cd7dd0556c6ebf6f2d4ce463c24daba61db4b1f386ca2a26f52',
  'dbc596e8de204ebac1961f1324ab9de78d083f8d64a5fba9e53fecef31fb795a',
  'dc6ca2d8fb7a7440aca681eccddd9a05858149933750062cd0a63018b64c2347',
  'ddaa30ac13030cd3c9a2c533065d1c4e19bc5ed31fcc793a1acbf858f9f91581',
  'e5cb0f827988294f1d37268ee665fd37b641c51ddd8f8b864b08ccc6bc56aab1',
  'e8ed33b98184b1fff2140eb6c5cceae03168742287fb1d783d80431fea051e2b',
  'ea49b30e3381fd3f32ff4c4aaa2d0497c1e7479dd6ccd4718933556afada67be',
  'eff37c398dbab545017e7bc782b88ad60178c5ec8925c4ef5c1cfa79e8c2ad01',
  'f38cdee268a0ca099ae4ace62298c731e7ceb6dcfd01dd1e399d9ec9fe503011',
  'f8efa255e01b03bd4bc05662601347ff2fcbb35801d840c34c90a4f28440557f',
  'f9b379ef3905b571b472941f0c588148d7b8259d46f2c4be4c6a3d6f8216f845',
];

const unremarkable: CorpusVerdict = { evidence: 'plistlib and libplist' };

/** The verdict on each of the 132 files, by the SHA-256 of the whole file. */
export const corpusVerdicts: ReadonlyMap<string, CorpusVerdict> = new Map([
  ...Object.entries(remarkable),
  ...plain.map((sha256) => [sha256, unremarkable] as const),
]);
