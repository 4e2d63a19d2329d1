/** One environment of an OutSystems infrastructure, as kept in the setting `outsystemsSsl.environments`. */
export interface Environment {
  /** unique among the environments */
  readonly name: string;
  /** host name that OutSystems gave it: `<env>.outsystemsenterprise.com`, or a host of one's own; A-labels */
  readonly address: string;
  /** host names under which people reach it; A-labels */
  readonly domains: readonly string[];
  /** platform version as four numbers */
  readonly version: string | null;
  readonly hosting: Hosting;
  /** in a FedRAMP cloud, where certificates go in through a support case */
  readonly fedRamp: boolean;
  readonly type: EnvironmentType | null;
  /** origin of the LifeTime that manages it: `https://acme-lt.outsystemsenterprise.com` */
  readonly lifetime: string | null;
  /** position in the tree; ties and absences follow the order of the setting */
  readonly order: number;
}

export const HOSTINGS = ['cloud', 'selfManaged'] as const;
export type Hosting = (typeof HOSTINGS)[number];

export const ENVIRONMENT_TYPES = ['Development', 'Test', 'Production'] as const;
export type EnvironmentType = (typeof ENVIRONMENT_TYPES)[number];
