package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.lmskit.Lms;
import org.lmskit.certification.Certificate;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.CertificationStatus;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.certification.PolicyPublication;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.ledger.Ed25519Signer;
import org.lmskit.ledger.TreeHeadPublisher;
import org.lmskit.model.LearnerId;
import org.lmskit.store.InMemoryStore;

/** A certification over two years: earned, lapsed, renewed from a late paper record, changed by policy, proven. */
public final class CertifyAndProve {
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final LearnerId DMITRI = new LearnerId("dmitri");

  private CertifyAndProve() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static String run(PrintStream out) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-03-10T15:00:00Z"));
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(clock))
        .clock(clock)
        .treeHeads(Ed25519Signer.of(Ed25519Signer.newKeys()), TreeHeadPublisher.NONE)
        .build();
    Certification policy = Certification.of(
            "forklift", "Forklift safety", Period.ofMonths(12), LocalDate.of(2025, 1, 1))
        .basis(ExpiryBasis.expiry())
        .renewalWindow(Period.ofDays(60))
        .grace(Period.ofDays(30));
    lms.certifications().publish(policy);

    CertificationStatus first = lms.certifications().complete(DMITRI, FORKLIFT, Path.PRIMARY);
    out.println("valid until " + first.validUntil().orElseThrow());

    now.set(Instant.parse("2026-05-10T12:00:00Z"));
    lms.advance();
    out.println("a year later "
        + lms.certifications()
            .statusOn(DMITRI, FORKLIFT, LocalDate.of(2026, 5, 10))
            .state());

    LocalDate onPaper = LocalDate.of(2026, 4, 2);
    lms.certifications().complete(DMITRI, FORKLIFT, Path.RENEWAL, onPaper);
    Instant before = Instant.parse("2026-05-10T11:59:59Z");
    LocalDate day = LocalDate.of(2026, 4, 5);
    out.println("on " + day + ", as known then: "
        + lms.certifications().statusOn(DMITRI, FORKLIFT, day, before).state());
    out.println("on " + day + ", as known now: "
        + lms.certifications().statusOn(DMITRI, FORKLIFT, day).state());

    Certification longer = policy
        .validity(Period.ofMonths(24))
        .effectiveOn(LocalDate.of(2026, 7, 1))
        .retroactive(true);
    PolicyPublication what = lms.dryRun(l -> l.certifications().publish(longer)).result();
    out.println("24 months for all would change " + what.changes().size() + " learner");

    lms.ledger().seal();
    Certificate certificate = lms.certifications().certificate(DMITRI, FORKLIFT).orElseThrow();
    String bundle = lms.ledger().proof(certificate.code()).toJson();
    out.println("proof for anyone: " + bundle);
    return bundle;
  }
}
