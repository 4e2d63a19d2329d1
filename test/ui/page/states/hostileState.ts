import { certificate, domain, intermediate, link, notChecked, production, root, shown } from './build.ts';

export const SCRIPT = '<script>document.title="owned"</script><img src=x onerror=alert(1)>';
/** turns the text behind it round on the screen */
const TURN = '\u202e';
const long = 'a-very-long-label-that-goes-on-and-on-without-any-place-to-break';

/** Names as an attacker, or a careless CA, would write them. */
export const hostile = shown({
  verdict: 'errors',
  headline: 'Not ready: 1 error',
  summary: `LifeTime would refuse this file ${SCRIPT}.`,
  file: {
    name: `${SCRIPT}invoice${TURN}xfp.exe.pfx`,
    producer: SCRIPT,
    trailingBytes: 1234,
    ber: true,
    chainOrder: false,
    bags: [
      { kind: 'certificate', description: SCRIPT, friendlyName: `${TURN}${long}${long}`, localKeyId: 'ab'.repeat(600) },
      { kind: 'certificate', description: SCRIPT, friendlyName: SCRIPT, repeats: 0, duplicateAttributes: [SCRIPT] },
      { kind: 'key', description: `${TURN}${long}`, localKeyId: 'ab'.repeat(600) },
      { kind: 'unknown', description: `entry of the type 1.2.3${'.4'.repeat(200)}`, localKeyId: '' },
    ],
  },
  environment: { ...production, name: `${long} ${SCRIPT}`, domains: [`${long}.${long}.${long}.acme.com`] },
  certificates: [
    certificate({
      role: 'leaf',
      name: `${SCRIPT}${long}${long}`,
      subject: `CN=${SCRIPT}`,
      subjectAltNames: [`${long}.${long}.acme.com`, SCRIPT],
    }),
    { ...intermediate, name: 'شركة الشهادات الرقمية المحدودة للاختبار', issuerName: 'حزمة الجذر' },
    {
      ...root,
      name: `evil${TURN}moc.elgoog`,
      inFile: false,
      source: 'fetched',
      fetchedFrom: `javascript:alert(1)//${long}${long}`,
      revocation: { ...notChecked, status: 'unknown', detail: `${SCRIPT}${long}${long}`, url: SCRIPT },
    },
  ],
  chain: [
    link(0, { status: 'fail', signatureVerified: false, problems: [SCRIPT, long + long] }),
    link(1),
    link(2, { status: 'warn', signatureVerified: null, problems: ['no store trusts it'] }),
    {
      kind: 'missing',
      name: `${SCRIPT}${long}`,
      urls: [`javascript:alert(1)//${long}${long}`, 'http://x/"onmouseover="alert(1)'],
    },
  ],
  replaces: [
    {
      hosts: [`${long}${long}`, SCRIPT],
      seenAt: '2026-11-22T18:00:00Z',
      name: `${TURN}${SCRIPT}`,
      issuerName: SCRIPT,
      notAfter: '2026-12-19T23:59:59Z',
      sha256: '0A',
      same: false,
      namesLost: [`${long}${long}${long}`, SCRIPT],
      domainsLost: [SCRIPT],
      namesGained: [`${long}${long}${long}`],
      issuer: { from: `${long}${long}`, to: `${TURN}${SCRIPT}`, changed: true },
      keyReused: null,
      daysWon: -3,
      pins: { from: long + long, to: SCRIPT },
    },
  ],
  environments: [{ name: `${long}${long} ${SCRIPT}`, current: false, covered: 0, of: 0 }],
  online: {
    issuers: {
      explanation: `${SCRIPT} ${TURN}${long}${long}`,
      requests: [
        {
          kind: 'caIssuers',
          certificate: 0,
          url: `http://${long}${long}/"onmouseover="alert(1)`,
          host: `${long}${long}`,
          sends: SCRIPT,
          fallback: true,
        },
      ],
    },
    revocation: null,
  },
  domains: [
    domain(`${long} ${SCRIPT}`, `${long}.${long}.${long}.acme.com`, {
      current: true,
      coveredBy: null,
      nearest: `${long}.${long}.acme.com`,
      reason: SCRIPT,
    }),
    domain('بيئة', 'xn--mgbh0fb.example', { unicode: 'مثال.example', coveredBy: null }),
  ],
  findings: [
    {
      code: 'file-hostile',
      severity: 'error',
      params: {},
      check: 'file',
      title: `${SCRIPT} ${long}${long}`,
      detail: SCRIPT,
      mend: `${TURN}${SCRIPT}`,
      certificate: 0,
      lifetimeMessage: SCRIPT,
      source: `javascript:alert(1) ${SCRIPT}`,
      action: 'editEnvironment',
    },
  ],
});
