package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.internal.TestEngine.ANN;
import static org.lmskit.internal.TestEngine.happen;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lmskit.content.Blob;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.TestEvent.Followed;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.ConflictException;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Query;

class EngineTest {
  private final TestEngine test = new TestEngine();

  @Test
  void reactions_run_in_the_order_of_registration_until_nothing_new_follows() {
    test.reactions
        .on(
            Happened.class,
            (event, op) -> op.record(new Followed(op.header(), event.what() + "1", ANN)))
        .on(
            Happened.class,
            (event, op) -> op.record(new Followed(op.header(), event.what() + "2", ANN)))
        .on(Followed.class, (event, op) -> {
          if (event.what().length() < 3) {
            op.record(new Followed(op.header(), event.what() + "!", ANN));
          }
        });
    Scope scope = test.start();

    happen(scope, "a");

    assertThat(test.recorded(scope)).containsExactly("a", "-> a1", "-> a2", "-> a1!", "-> a2!");
  }

  @Test
  void a_reaction_that_fails_undoes_the_whole_operation() {
    test.reactions.on(Happened.class, (event, op) -> {
      throw new IllegalStateException("no");
    });
    Scope scope = test.start();

    assertThatThrownBy(() -> happen(scope, "a")).isInstanceOf(IllegalStateException.class);

    assertThat(test.recorded(scope)).isEmpty();
  }

  @Test
  void an_event_carries_the_present_the_civil_day_and_who_did_it() {
    Scope scope = test.start();
    test.time.set(Instant.parse("2026-06-30T23:30:00.123456Z")); // half past midnight in Lisbon

    scope.as(new PrincipalId("hr-7")).write("test", "", op -> {
      op.record(new Happened(op.header(), "a"));
      return "";
    });

    LmsEvent event = only(scope);
    assertThat(event.recordedAt()).isEqualTo(Instant.parse("2026-06-30T23:30:00.123Z"));
    assertThat(event.effectiveOn()).isEqualTo(LocalDate.of(2026, 7, 1));
    assertThat(event.header().by().value()).isNotEqualTo("hr-7");
    assertThat(findPrincipal(scope, event.header().by())).isEqualTo("hr-7");
  }

  @Test
  void a_principal_keeps_his_key() {
    Scope hr = test.start().as(new PrincipalId("hr-7"));

    LearnerKey first = hr.write("test", "", Operation::by);
    LearnerKey second = hr.write("test", "", Operation::by);

    assertThat(second).isEqualTo(first).isNotEqualTo(EventHeader.SYSTEM);
  }

  @Test
  void a_fact_from_the_future_is_refused() {
    Scope scope = test.start();
    Instant tomorrow = test.time.get().plus(Duration.ofDays(1));

    assertThatThrownBy(() -> scope.write("test", "", op -> op.header(tomorrow, LocalDate.EPOCH)))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineReason.FUTURE_FACT));
  }

  @Test
  void the_host_decides_who_may_do_what_before_anything_is_read() {
    List<String> asked = new ArrayList<>();
    test.authorizer = (principal, action, subject) -> {
      asked.add((principal == null ? "-" : principal.value()) + " " + action + " " + subject);
      return principal != null;
    };
    Scope scope = test.start();

    assertThatThrownBy(() -> scope.read("courses.find", "c1", reader -> reader.position()))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineReason.NOT_AUTHORIZED));
    assertThat(scope.as(new PrincipalId("p")).<Long>read("courses.find", "c1", r -> r.position()))
        .isZero();
    assertThat(asked).containsExactly("- courses.find c1", "p courses.find c1");
  }

  @Test
  void a_conflict_is_tried_again_and_the_tenth_is_thrown() {
    Scope scope = test.start();
    int[] tries = {0};

    String result = scope.write("test", "", op -> {
      if (++tries[0] < 10) {
        throw new ConflictException("somebody was faster");
      }
      return "done";
    });

    assertThat(result).isEqualTo("done");
    tries[0] = -100;
    assertThatThrownBy(() -> scope.write("test", "", op -> {
          tries[0]++;
          throw new ConflictException("somebody is always faster");
        }))
        .isInstanceOf(ConflictException.class);
    assertThat(tries[0]).isEqualTo(-90);
  }

  @Test
  void a_dry_run_records_the_same_events_and_leaves_nothing() {
    test.reactions.on(
        Happened.class,
        (event, op) -> op.record(new Followed(op.header(), event.what() + "1", ANN)));
    Scope scope = test.start();
    happen(scope, "before");

    Scope.DryRunResult<Long> rehearsed = scope.dryRun(dry -> {
      happen(dry, "a");
      happen(dry, "b");
      return dry.read("test", "", reader -> reader.count(Query.of(TestEngine.EVENTS)));
    });

    assertThat(rehearsed.result()).isEqualTo(6);
    assertThat(rehearsed.events())
        .extracting(TestEngine::text)
        .containsExactly("a", "-> a1", "b", "-> b1");
    assertThat(test.recorded(scope)).containsExactly("before", "-> before1");
  }

  @Test
  void tenants_do_not_see_each_other() {
    Scope scope = test.start();

    happen(scope.tenant(TestEngine.ACME), "theirs");
    happen(scope, "ours");

    assertThat(test.recorded(scope)).containsExactly("ours");
    assertThat(test.recorded(scope.tenant(TestEngine.ACME))).containsExactly("theirs");
  }

  @Test
  void garbage_collection_removes_only_old_blobs_that_nobody_claims() {
    Scope scope = test.start();
    Blob claimed = put(scope, "claimed");
    Blob dropped = put(scope, "dropped");
    Blob orphan = put(scope, "orphan");
    scope.write("test", "", op -> {
      op.claim(List.of(claimed.hash()), "course-1");
      op.claim(List.of(claimed.hash()), "course-1");
      op.claim(List.of(dropped.hash()), "course-2");
      return "";
    });
    scope.write("test", "", op -> {
      op.unclaim("course-2");
      return "";
    });
    test.pass(Duration.ofDays(2));
    Blob young = put(scope, "young");

    BlobUse.collect(scope, test.time.get().minus(Duration.ofDays(1)));

    assertThat(test.content.find(scope.tenant(), claimed.hash())).isPresent();
    assertThat(test.content.find(scope.tenant(), young.hash())).isPresent();
    assertThat(test.content.find(scope.tenant(), dropped.hash())).isEmpty();
    assertThat(test.content.find(scope.tenant(), orphan.hash())).isEmpty();
    assertThatThrownBy(() -> scope.write("test", "", op -> {
          op.claim(List.of(orphan.hash()), "course-3");
          return "";
        }))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(EngineReason.CONTENT_MISSING));
  }

  @Test
  void blobs_that_are_claimed_together_are_few_records_and_each_of_them_is_kept() {
    Scope scope = test.start();
    List<Sha256> blobs =
        IntStream.range(0, 1_500).mapToObj(i -> put(scope, "file " + i).hash()).toList();
    for (int time = 0; time < 2; time++) {
      scope.write("test", "", op -> {
        op.claim(blobs, "package-1");
        return "";
      });
    }
    long claims = scope.read("test", "", reader -> reader.count(Query.of(BlobUse.KIND)));
    test.pass(Duration.ofDays(2));

    BlobUse.collect(scope, test.time.get());

    assertThat(claims).isEqualTo(2);
    assertThat(blobs)
        .allSatisfy(blob -> assertThat(test.content.find(scope.tenant(), blob)).isPresent());

    scope.write("test", "", op -> {
      op.unclaim("package-1");
      return "";
    });
    BlobUse.collect(scope, test.time.get());

    assertThat(blobs)
        .allSatisfy(blob -> assertThat(test.content.find(scope.tenant(), blob)).isEmpty());
  }

  private Blob put(Scope scope, String text) {
    return test.content.put(scope.tenant(), new ByteArrayInputStream(text.getBytes()), 100);
  }

  private LmsEvent only(Scope scope) {
    return scope
        .read("test", "", reader -> reader.list(Query.of(TestEngine.EVENTS)))
        .get(0)
        .value();
  }

  private static String findPrincipal(Scope scope, LearnerKey key) {
    return scope
        .read("test", "", reader -> Principals.find(reader, key))
        .orElseThrow()
        .value();
  }
}
