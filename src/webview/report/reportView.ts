import type { ViewState } from '../../shared/protocol.ts';
import type { Context } from '../ui/context.ts';
import { banners } from './banners.ts';
import { chainSection } from './chain.ts';
import { checkCards } from './checkCards.ts';
import { detailsSection } from './details.ts';
import { domainSection } from './domains.ts';
import { expirySection } from './expiry.ts';
import { findingsSection } from './findings.ts';
import { onlineSection } from './online.ts';
import { reportHeader } from './header.ts';
import { replacesSection } from './replaces.ts';
import { verdictBar } from './verdictBar.ts';

export type ReportState = Extract<ViewState, { kind: 'report' }>;

/** The whole report: the answer first, then what to look at, then pictures, then facts. */
export function reportView(context: Context, state: ReportState): readonly Node[] {
  const { report } = state;
  return [
    reportHeader(context, report),
    ...banners(context, state),
    verdictBar(context, state),
    checkCards(report),
    findingsSection(context, state),
    chainSection(report),
    ...onlineSection(context, state),
    ...expirySection(report),
    domainSection(context, state),
    ...replacesSection(state),
    detailsSection(context, report),
  ];
}
