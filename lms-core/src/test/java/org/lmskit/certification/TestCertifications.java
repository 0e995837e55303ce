package org.lmskit.certification;

import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.lmskit.Lms;
import org.lmskit.certification.CertificationEvent.TimeDriven;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.Stores;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerId;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.workforce.Learners;

/** An engine with certifications, on any store and at any time, and what it tells. */
final class TestCertifications {
  static final String STORES = "org.lmskit.certification.TestCertifications#stores";
  static final CertificationId ID = new CertificationId("forklift");
  static final LearnerId ANA = new LearnerId("ana");
  static final LearnerId BEN = new LearnerId("ben");
  static final LearnerId CARLA = new LearnerId("carla");
  static final LearnerId DMITRI = new LearnerId("dmitri");

  final List<LmsEvent> heard = new ArrayList<>();
  private Instant now = Instant.parse("2020-01-01T00:00:00Z");

  /** The stores that every test runs on. */
  static Stream<Named<Supplier<Store>>> stores() {
    return Stream.of(
        Named.of("memory", Stores::memory),
        Named.of("SQLite", () -> Stores.sqlite(Lms.KINDS)),
        Named.of("PostgreSQL", () -> Stores.postgres(Lms.KINDS)));
  }

  /** Runs a test on a store. */
  void with(Supplier<Store> stores, Consumer<Lms> test) {
    try (Store store = stores.get()) {
      test.accept(builder(store).build());
    }
  }

  Lms.Builder builder(Store store) {
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    return Lms.on(store, new InMemoryContentStore(clock))
        .clock(clock)
        .listener("test", (tenant, events) -> heard.addAll(events));
  }

  /** Goes to an instant. */
  void at(String instant) {
    now = Instant.parse(instant);
  }

  /** The events about a learner that time alone brought, with their days. */
  static List<String> timeDriven(Lms lms, LearnerId learner) {
    return lms.scope().read("test", "", reader -> {
      List<String> found = new ArrayList<>();
      String key = Learners.findKey(reader, learner).orElseThrow().value();
      reader.list(Query.of(lms.scope().engine().events()).where("learner", key)).stream()
          .map(stored -> stored.value())
          .filter(TimeDriven.class::isInstance)
          .forEach(e -> found.add(e.getClass().getSimpleName() + " " + e.effectiveOn()));
      return found;
    });
  }

  /** What happened to Ana and Dmitri. */
  void history(Lms lms) {
    Certifications c = lms.certifications();
    c.publish(FORKLIFT);
    at("2025-03-10T15:00:00Z");
    c.complete(ANA, ID, Path.PRIMARY);
    at("2025-03-10T15:05:00Z");
    c.complete(DMITRI, ID, Path.PRIMARY);
    at("2026-01-09T00:00:00Z");
    lms.advance();
    at("2026-02-20T09:30:00Z");
    c.complete(ANA, ID, Path.RENEWAL);
    at("2026-03-10T00:00:00Z");
    lms.advance();
    at("2026-05-10T12:00:00Z");
    c.complete(DMITRI, ID, Path.RENEWAL, day("2026-04-02"));
    at("2026-06-01T10:00:00Z");
    c.revoke(ANA, ID, day("2026-06-01"), "incident 17");
    at("2026-06-15T08:00:00Z");
    c.publish(FORKLIFT.validity(Period.ofMonths(24)).effectiveOn(day("2026-07-01")));
  }
}
