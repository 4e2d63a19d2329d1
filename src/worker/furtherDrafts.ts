import { certificateIdentity } from '../core/report/reportCertificates.ts';
import type { Draft } from '../core/tickets/draft.ts';
import { clientCertificateDraft } from '../core/tickets/kinds/clientCertificateDraft.ts';
import { secureEndpointsDraft } from '../core/tickets/kinds/secureEndpointsDraft.ts';
import { trustedRootDraft } from '../core/tickets/kinds/trustedRootDraft.ts';
import { parseCertificate } from '../core/x509/parseCertificate.ts';
import type { FurtherDraftRequest } from './messages.ts';

/** A draft of something else than a certificate that is to be served. */
export function furtherDraft(request: FurtherDraftRequest): Draft {
  switch (request.kind) {
    case 'clientCertificate':
      return clientCertificateDraft(request);
    case 'trustedRoot': {
      const certificates = request.certificates.map((der) => certificateIdentity(parseCertificate(der)));
      return trustedRootDraft({ ...request, certificates });
    }
    case 'secureEndpoints':
      return secureEndpointsDraft(request);
  }
}
