package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lmskit.model.Authorizer;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;

/** Whatever an engine can do, it asks the host for permission, and can do it without effect. */
class OperationsTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/guide/security.md");

  /** Judges what it is given, and touches nothing. */
  private static final Set<String> PURE = Set.of("ItemBanks.check[Item]");

  /** Work on files, other stores or all tenants at once: no part of one tenant's dry run. */
  private static final Set<String> BEYOND_ONE_TENANT = Set.of(
      "Archive.importFrom[InputStream]", // proven with an archive of its own, in ArchiveTest
      "Lms.collectGarbage[Duration]",
      "Lms.deliver[]",
      "Lms.health[]",
      "Lms.maintenance[Duration]");

  /** What is refused or rehearsed changes nothing, so that one world serves all of it. */
  @TestFactory
  Stream<DynamicTest> every_operation_asks_the_authorizer() {
    Switch denying = new Switch();
    Operations world = new Operations(denying);
    List<String> before = world.bytes();
    denying.on = true;
    return world.all().stream()
        .filter(operation -> !PURE.contains(operation.name()))
        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
          denying.asked.clear();

          assertThatThrownBy(() -> operation.call().apply(world.lms))
              .isInstanceOfSatisfying(
                  RejectedException.class,
                  e -> assertThat(e.reason().name()).isEqualTo("NOT_AUTHORIZED"));
          assertThat(denying.asked).isNotEmpty();
          assertThat(world.bytes()).isEqualTo(before);
        }));
  }

  @TestFactory
  Stream<DynamicTest> every_operation_can_be_rehearsed_without_effect() {
    Operations rehearsed = new Operations(Authorizer.ALLOW_ALL);
    List<String> before = rehearsed.bytes();
    return rehearsed.all().stream()
        .filter(operation -> !PURE.contains(operation.name()))
        .filter(operation -> !BEYOND_ONE_TENANT.contains(operation.name()))
        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
          Operations real = new Operations(Authorizer.ALLOW_ALL);
          assertThat(real.bytes()).isEqualTo(before);
          rehearsed.test.continueIdsOf(real.test);

          DryRun<Object> run = rehearsed.lms.dryRun(l -> result(operation, l));
          Object done = result(real.named(operation.name()), real.lms);

          assertThat(rehearsed.bytes()).isEqualTo(before);
          assertThat(rehearsed.heard()).isEmpty();
          assertThat(rehearsed.published).isEmpty();
          assertThat(run.events()).isEqualTo(real.heard());
          assertThat(run.result().getClass()).isEqualTo(done.getClass());
        }));
  }

  @TestFactory
  Stream<DynamicTest> every_operation_first_emits_what_those_owe_whom_it_changes() {
    Operations world = new Operations(Authorizer.ALLOW_ALL);
    world.test.pass(Duration.ofDays(60));
    Map<LearnerKey, List<String>> owed = byLearner(world.lms.dryRun(l -> result(l::advance)));
    assertThat(owed).hasSizeGreaterThan(1);
    return world.all().stream()
        .filter(operation -> !PURE.contains(operation.name()))
        .filter(operation -> !BEYOND_ONE_TENANT.contains(operation.name()))
        .filter(operation -> !operation.name().startsWith("Lms."))
        .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
          Map<LearnerKey, List<String>> events =
              byLearner(world.lms.dryRun(l -> orRefused(operation, l)));

          events.forEach((learner, all) -> {
            List<String> first = owed.getOrDefault(learner, List.of());
            assertThat(all.stream().limit(first.size()).toList())
                .as("of %s", learner)
                .isEqualTo(first);
          });
        }));
  }

  private static Map<LearnerKey, List<String>> byLearner(DryRun<?> run) {
    Map<LearnerKey, List<String>> events = new HashMap<>();
    run.events().stream()
        .filter(event -> !event.learners().isEmpty())
        .forEach(event -> events
            .computeIfAbsent(event.learners().get(0), key -> new ArrayList<>())
            .add(event.getClass().getSimpleName() + " " + event.effectiveOn()));
    return events;
  }

  private static Object result(Runnable work) {
    work.run();
    return "done";
  }

  private static Object orRefused(Operations.Named operation, Lms lms) {
    try {
      return result(operation, lms);
    } catch (RejectedException e) {
      return e;
    }
  }

  @Test
  void operations_that_write_have_something_to_do_in_these_tests() {
    Operations world = new Operations(Authorizer.ALLOW_ALL);

    List<String> writing = world.all().stream()
        .filter(operation -> !PURE.contains(operation.name()))
        .filter(operation -> !BEYOND_ONE_TENANT.contains(operation.name()))
        .filter(
            operation -> !world.lms.dryRun(l -> result(operation, l)).events().isEmpty())
        .map(Operations.Named::name)
        .toList();

    assertThat(writing)
        .contains("Workforce.erase[LearnerId]", "Enrollments.enroll[LearnerId, CourseId]")
        .hasSizeGreaterThan(25);
  }

  @Test
  void the_guide_lists_every_action() throws IOException {
    Set<String> actions = new LinkedHashSet<>();
    Switch denying = new Switch();
    Operations world = new Operations(denying);
    denying.on = true;
    for (Operations.Named operation : world.all()) {
      if (!BEYOND_ONE_TENANT.contains(operation.name()) || operation.name().startsWith("Lms")) {
        denying.asked.clear();
        orRefused(operation, world.lms);
        denying.asked.stream().limit(1).forEach(actions::add);
      }
    }

    List<String> rows = Files.readAllLines(TABLE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .toList();
    assertThat(rows).containsAll(actions);
  }

  private static Object result(Operations.Named operation, Lms lms) {
    Object result = operation.call().apply(lms);
    return result == null ? "done" : result;
  }

  /** Allows everything until it is switched on; knows what it was asked. */
  private static final class Switch implements Authorizer {
    private final List<String> asked = new ArrayList<>();
    private boolean on;

    @Override
    public boolean may(org.lmskit.model.PrincipalId principal, String action, String subject) {
      asked.add(action);
      return !on;
    }
  }
}
