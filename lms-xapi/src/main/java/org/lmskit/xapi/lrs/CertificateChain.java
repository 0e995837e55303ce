package org.lmskit.xapi.lrs;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Certificates, the signer's first, each certified by the next (RFC 7515 4.1.6). */
record CertificateChain(List<X509Certificate> certificates) {
  /**
   * Checks that each certifies the one before, and, where the host named whom he trusts, that they
   * lead there and are valid at this time.
   */
  void check(Set<TrustAnchor> anchors, Instant at) throws Jws.InvalidJws {
    try {
      for (int i = 0; i + 1 < certificates.size(); i++) {
        certificates.get(i).verify(certificates.get(i + 1).getPublicKey());
      }
      if (!anchors.isEmpty()) {
        validate(anchors, at);
      }
    } catch (GeneralSecurityException e) {
      throw new Jws.InvalidJws("the certificates of x5c do not hold: " + e.getMessage(), e);
    }
  }

  private void validate(Set<TrustAnchor> anchors, Instant at) throws GeneralSecurityException {
    PKIXParameters parameters = new PKIXParameters(anchors);
    parameters.setDate(Date.from(at));
    parameters.setRevocationEnabled(false); // would go out to the network
    CertPath path = path(anchors);
    if (path.getCertificates().isEmpty()) {
      certificates.get(0).checkValidity(Date.from(at));
    } else {
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
  }

  /** PKIX wants the path without its anchor. */
  private CertPath path(Set<TrustAnchor> anchors) throws GeneralSecurityException {
    List<X509Certificate> path = certificates.stream()
        .filter(
            certificate -> anchors.stream().noneMatch(a -> certificate.equals(a.getTrustedCert())))
        .toList();
    return CertificateFactory.getInstance("X.509").generateCertPath(path);
  }
}
