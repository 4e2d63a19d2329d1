import type { Budget } from './budget.ts';
import type { Certificate, GeneralName, NameConstraints } from './certificate.ts';
import { constraintCovers, isWellFormed } from './nameInConstraint.ts';
import { formatName } from './names.ts';
import { EMAIL_ADDRESS } from './oids.ts';

/** The first name of a certificate that its CAs may not vouch for. `constraint` is the excluded subtree, where one excludes. */
export interface ConstraintBreach {
  readonly name: string;
  readonly constraint?: string;
}

/**
 * Checks the names of one certificate against the constraints of all certificates above it. Each set counts on its own,
 * which is the intersection that RFC 5280 asks for.
 *
 * @param budget one unit per comparison; where it runs out the answer is `undefined` and `budget.exceeded` is true
 * @see RFC 5280 §4.2.1.10, §6.1.3 (b) and (c)
 */
export function findBreach(
  certificate: Certificate,
  above: readonly NameConstraints[],
  budget: Budget,
): ConstraintBreach | undefined {
  if (above.length === 0) return undefined;
  const names = constrainedNames(certificate);
  for (const constraints of above) {
    const pairs = names.length * (constraints.permitted.length + constraints.excluded.length);
    if (pairs > MOST_PAIRS) {
      budget.spend(pairs);
      return undefined;
    }
    const permitted = byForm(constraints.permitted);
    const excluded = byForm(constraints.excluded);
    for (const name of names) {
      const breach = breachOf(name, permitted.get(formOf(name)), excluded.get(formOf(name)), budget);
      if (breach) return breach;
      if (budget.exceeded) return undefined;
    }
  }
  return undefined;
}

/** OpenSSL's and BoringSSL's bound (NC_CHECK_MAX) on names by subtrees, of whatever forms: real ones stay far below. */
const MOST_PAIRS = 2 ** 20;

function breachOf(
  name: GeneralName,
  permitted: readonly GeneralName[] | undefined,
  excluded: readonly GeneralName[] | undefined,
  budget: Budget,
): ConstraintBreach | undefined {
  if (!permitted && !excluded) return undefined;
  // a name that says nothing definite can't be shown to lie where it may
  if (!isWellFormed(name)) return { name: name.value };
  for (const constraint of excluded ?? []) {
    if (!budget.spend()) return undefined;
    if (constraintCovers(constraint, name, 'excluded')) return { name: name.value, constraint: constraint.value };
  }
  if (!permitted) return undefined;
  for (const constraint of permitted) {
    if (!budget.spend()) return undefined;
    if (constraintCovers(constraint, name, 'permitted')) return undefined;
  }
  return { name: name.value };
}

/** Only names of the same form are compared; of `other` names, the value is the form. */
function formOf({ kind, value }: GeneralName): string {
  return kind === 'other' ? value : kind;
}

function byForm(constraints: readonly GeneralName[]): Map<string, GeneralName[]> {
  const forms = new Map<string, GeneralName[]>();
  for (const constraint of constraints) {
    const same = forms.get(formOf(constraint));
    if (same) same.push(constraint);
    else forms.set(formOf(constraint), [constraint]);
  }
  return forms;
}

/** Subject and alternative names; the subject's e-mail addresses where no alternative name is one. */
function constrainedNames({ subject, extensions }: Certificate): GeneralName[] {
  const names = [...(extensions.subjectAltNames?.names ?? [])];
  if (!names.some((name) => name.kind === 'email')) {
    for (const { oid, value } of subject.attributes) if (oid === EMAIL_ADDRESS) names.push({ kind: 'email', value });
  }
  if (subject.attributes.length > 0) {
    names.push({
      kind: 'directory',
      // written out only where it is told
      get value() {
        return formatName(subject);
      },
      key: subject.key,
    });
  }
  return names;
}
