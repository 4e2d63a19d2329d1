import type { Certificate, CertificatePolicies } from './certificate.ts';
import { ANY_POLICY } from './oids.ts';

/** The inputs of RFC 5280 §6.1.1 (c) to (g); what is left out asks for nothing. */
export interface PolicyInputs {
  /** OIDs that the asker accepts; undefined for any */
  readonly acceptable?: readonly string[];
  readonly explicitPolicy?: boolean;
  readonly inhibitMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

/** A policy that is valid at one depth. Parents lie one level up: the graph of RFC 9618, which can't grow exponentially. */
interface PolicyNode {
  readonly policy: string;
  readonly parents: readonly PolicyNode[];
  expected: readonly string[];
}

type Level = Map<string, PolicyNode>;

/**
 * Do the certificate policies along a path allow it? The anchor's own are not asked.
 *
 * @param certificates from below the anchor down to the leaf
 * @see RFC 5280 §6.1.2 to §6.1.5, RFC 9618 §5
 */
export function policiesAllow(certificates: readonly Certificate[], inputs: PolicyInputs = {}): boolean {
  const count = certificates.length;
  let explicitPolicy = inputs.explicitPolicy ? 0 : count + 1;
  let mapping = inputs.inhibitMapping ? 0 : count + 1;
  let inhibitAny = inputs.inhibitAnyPolicy ? 0 : count + 1;
  let level: Level | undefined = new Map([[ANY_POLICY, { policy: ANY_POLICY, parents: [], expected: [ANY_POLICY] }]]);

  for (const [i, { extensions, selfIssued }] of certificates.entries()) {
    const last = i === count - 1;
    const own: CertificatePolicies = extensions.policies ?? {};
    level = level && own.policies ? nextLevel(level, own.policies, inhibitAny > 0 || (!last && selfIssued)) : undefined;
    if (explicitPolicy === 0 && !level) return false;
    if (last) {
      explicitPolicy = own.requireExplicitPolicy === 0 ? 0 : Math.max(0, explicitPolicy - 1);
      break;
    }
    if (own.mappings?.some((map) => map.issuerPolicy === ANY_POLICY || map.subjectPolicy === ANY_POLICY)) return false;
    if (level && own.mappings) level = mapLevel(level, own.mappings, mapping > 0);
    if (!selfIssued) {
      explicitPolicy = Math.max(0, explicitPolicy - 1);
      mapping = Math.max(0, mapping - 1);
      inhibitAny = Math.max(0, inhibitAny - 1);
    }
    explicitPolicy = Math.min(explicitPolicy, own.requireExplicitPolicy ?? explicitPolicy);
    mapping = Math.min(mapping, own.inhibitPolicyMapping ?? mapping);
    inhibitAny = Math.min(inhibitAny, own.inhibitAnyPolicy ?? inhibitAny);
  }
  return explicitPolicy > 0 || (level !== undefined && meets(level, inputs.acceptable));
}

/** RFC 5280 §6.1.3 (d); undefined where no policy is left. */
function nextLevel(above: Level, policies: readonly string[], anyCounts: boolean): Level | undefined {
  const expecting = new Map<string, PolicyNode[]>();
  for (const node of above.values()) {
    for (const policy of node.expected) {
      const nodes = expecting.get(policy);
      if (nodes) nodes.push(node);
      else expecting.set(policy, [node]);
    }
  }
  const level: Level = new Map();
  const add = (policy: string, parents: readonly PolicyNode[]): unknown =>
    level.set(policy, { policy, parents, expected: [policy] });
  const anyAbove = above.get(ANY_POLICY);
  for (const policy of policies) {
    if (policy === ANY_POLICY) continue;
    const parents = expecting.get(policy) ?? (anyAbove && [anyAbove]);
    if (parents) add(policy, parents);
  }
  if (anyCounts && policies.includes(ANY_POLICY)) {
    for (const [policy, parents] of expecting) if (!level.has(policy)) add(policy, parents);
  }
  return level.size > 0 ? level : undefined;
}

/** RFC 5280 §6.1.4 (b); undefined where no policy is left. */
function mapLevel(
  level: Level,
  mappings: NonNullable<CertificatePolicies['mappings']>,
  allowed: boolean,
): Level | undefined {
  const targets = new Map<string, string[]>();
  for (const { issuerPolicy, subjectPolicy } of mappings) {
    targets.set(issuerPolicy, [...(targets.get(issuerPolicy) ?? []), subjectPolicy]);
  }
  const any = level.get(ANY_POLICY);
  for (const [policy, expected] of targets) {
    const node = level.get(policy);
    if (!allowed) level.delete(policy);
    else if (node) node.expected = expected;
    else if (any) level.set(policy, { policy, parents: any.parents, expected });
  }
  return level.size > 0 ? level : undefined;
}

/**
 * RFC 5280 §6.1.5 (g): is a policy left that the asker accepts? What counts is the policy's name at the top of its line,
 * in the domain of the anchor: below the last `anyPolicy`.
 */
function meets(level: Level, acceptable: readonly string[] | undefined): boolean {
  if (!acceptable || acceptable.includes(ANY_POLICY) || level.has(ANY_POLICY)) return true;
  const seen = new Set<PolicyNode>();
  const pending = [...level.values()];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    const atTop = node.parents.some((parent) => parent.policy === ANY_POLICY);
    if (atTop && acceptable.includes(node.policy)) return true;
    pending.push(...node.parents.filter((parent) => parent.policy !== ANY_POLICY));
  }
  return false;
}
