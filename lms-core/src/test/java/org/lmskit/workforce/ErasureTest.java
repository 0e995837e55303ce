package org.lmskit.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.RandomHistory;
import org.lmskit.TestLms;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentEvent.EnrollmentWithdrawn;
import org.lmskit.learning.TestContent;
import org.lmskit.ledger.ProofVerifier;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Store;

class ErasureTest {
  private static final PrincipalId HR = new PrincipalId("hr-7");

  @Example
  void what_somebody_wrote_goes_with_him_and_what_he_did_stays() {
    TestLms test = new TestLms();
    Lms lms = test.start();
    Sha256 note = withdrawn(test, lms, HR);
    assertThat(lms.workforce().text(note)).contains("Ann moved to Porto");

    lms.workforce().erase(HR);

    assertThat(lms.workforce().text(note)).isEmpty();
    assertThat(lms.enrollments().of(FIRE_SAFETY, TestLms.ALL).items()).hasSize(1);
    assertThat(text(test.store)).doesNotContain("hr-7");
    assertThatThrownBy(() -> lms.workforce().erase(HR)).isInstanceOf(NotFoundException.class);
  }

  @Example
  void a_learner_who_acted_as_principal_is_forgotten_as_both() {
    TestLms test = new TestLms();
    Lms lms = test.start();
    Sha256 note = withdrawn(test, lms, new PrincipalId("ben"));
    lms.workforce().save(BEN, LearnerProfile.named("Benjamin Britten"));

    lms.workforce().erase(BEN);

    assertThat(lms.workforce().text(note)).isEmpty();
    assertThat(text(test.store)).doesNotContain("\"ben\"").doesNotContain("Britten");
  }

  @Property(tries = 6)
  void erasing_everybody_leaves_no_trace_and_the_same_log_proofs_and_records(@ForAll long seed) {
    TestLms test = new TestLms();
    Lms lms =
        test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();
    new RandomHistory(test, new Random(seed)).live(lms.as(HR), 60);
    lms.advance(); // erasing emits what became due, for the last time
    lms.ledger().seal();
    List<EventId> events = test.heard.stream().map(event -> event.id()).toList();
    List<String> entries = entries(lms);
    String proof = lms.ledger().proof(events.get(0)).toJson();
    String before = domain(lms);

    for (int i = 0; i < 4; i++) {
      LearnerId id = new LearnerId("l" + i);
      lms.workforce().find(id).ifPresent(known -> lms.workforce().erase(id));
    }
    lms.workforce().erase(HR);
    lms.ledger().seal();

    assertThat(text(test.store))
        .doesNotContain("\"hr-7\"")
        .doesNotContainPattern("\"l[0-3]\"")
        .doesNotContain("Name ")
        .doesNotContain("Somebody")
        .doesNotContain("seen on paper", "parental leave", "no longer needed");
    assertThat(entries(lms)).startsWith(entries.toArray(String[]::new));
    assertThat(ProofVerifier.verify(proof.getBytes(StandardCharsets.UTF_8)).valid())
        .isTrue();
    for (EventId event : events.subList(0, Math.min(20, events.size()))) {
      byte[] bundle = lms.ledger().proof(event).toJson().getBytes(StandardCharsets.UTF_8);
      assertThat(ProofVerifier.verify(bundle).valid()).isTrue();
    }
    assertThat(domain(lms)).isEqualTo(before);
  }

  private static Sha256 withdrawn(TestLms test, Lms lms, PrincipalId by) {
    lms.catalog().publish(test.fireSafety());
    Enrollment enrollment = lms.enrollments().enroll(ANN, FIRE_SAFETY);
    lms.as(by).enrollments().withdraw(enrollment.id(), "Ann moved to Porto");
    return test.heard.stream()
        .filter(EnrollmentWithdrawn.class::isInstance)
        .map(event -> ((EnrollmentWithdrawn) event).noteOrNull())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> entries(Lms lms) {
    List<String> all = new ArrayList<>();
    lms.ledger().entries(all::add);
    return all;
  }

  /** What replay makes of the events, but for what erasing ends: answers that wait for graders, and seats to come. */
  private static String domain(Lms lms) {
    InMemoryStore replayed = new InMemoryStore();
    lms.replay(replayed);
    return text(replayed, Set.of("grading_task", "booking", "offering"));
  }

  private static String text(Store store) {
    return text(store, Set.of());
  }

  private static String text(Store store, Set<String> without) {
    StringBuilder all = new StringBuilder();
    List<Kind<?>> kinds = new ArrayList<>(Lms.KINDS.kinds());
    kinds.addAll(TestContent.KINDS.kinds());
    kinds.removeIf(kind -> without.contains(kind.name()));
    kinds.forEach(kind -> store.read(TenantId.DEFAULT, reader -> {
      reader
          .list(Query.of(kind))
          .forEach(
              s -> all.append('"').append(s.id()).append("\" ").append(s.body()).append('\n'));
      return all;
    }));
    return all.toString();
  }
}
