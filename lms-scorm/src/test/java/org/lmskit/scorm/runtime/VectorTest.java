package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VectorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TestFactory
  Stream<DynamicTest> java_engine_answers_every_vector() {
    return Vectors.all().stream()
        .map(vector ->
            DynamicTest.dynamicTest(vector.file() + ": " + vector.name(), () -> run(vector)));
  }

  private static void run(Vectors.Case vector) {
    var engine = RuntimeEngine.of(vector.launch());
    var state = engine.launch(RuntimeState.EMPTY);
    var differences = new ArrayList<String>();
    for (Vectors.Step step : vector.steps()) {
      var outcome = engine.call(state, step.call(), NOW);
      state = RuntimeState.fromJson(outcome.state().toJson());
      assertThat(state).isEqualTo(outcome.state());
      if (!outcome.reply().equals(step.expected())) {
        differences.add(step + " got " + outcome.reply());
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void every_element_of_every_table_is_read_and_written_by_a_vector() {
    for (List<CmiVersion> versions : List.of(
        List.of(CmiVersion.SCORM_12),
        List.of(CmiVersion.SCORM_2004_2ND, CmiVersion.SCORM_2004_3RD, CmiVersion.SCORM_2004_4TH))) {
      var touched = touched(versions);
      var missing = new TreeSet<String>();
      for (CmiRow row : CmiTable.of(versions.get(versions.size() - 1)).rows()) {
        if (row.kind() == CmiRow.Kind.VALUE) {
          check("get " + row.element(), touched, missing);
          check("set " + row.element(), touched, missing);
        } else if (row.kind() == CmiRow.Kind.LIST) {
          check("get " + row.element() + "._count", touched, missing);
        }
        if (row.hasChildren()) {
          check("get " + row.element() + "._children", touched, missing);
        }
      }
      assertThat(missing).isEmpty();
    }
  }

  private static void check(String use, Set<String> touched, Set<String> missing) {
    if (!touched.contains(use)) {
      missing.add(use);
    }
  }

  private static Set<String> touched(List<CmiVersion> versions) {
    var touched = new HashSet<String>();
    for (Vectors.Case vector : Vectors.all()) {
      if (versions.contains(vector.launch().version())) {
        for (Vectors.Step step : vector.steps()) {
          var verb = step.call().name().endsWith("GetValue") ? "get " : "set ";
          var element = step.call()
              .arg(0)
              .replaceAll("\\.\\d+", ".n")
              .replaceAll("\\{target=.*}", "{target=}");
          touched.add(verb + element);
        }
      }
    }
    return touched;
  }

  @Test
  void every_error_code_that_a_table_gives_is_the_answer_of_a_vector() {
    for (boolean is12 : List.of(true, false)) {
      var version = is12 ? CmiVersion.SCORM_12 : CmiVersion.SCORM_2004_4TH;
      var given = new TreeSet<Integer>();
      for (Vectors.Case vector : Vectors.all()) {
        if (vector.launch().version().is12() == is12) {
          vector.steps().forEach(step -> given.add(step.expected().error()));
        }
      }
      var possible = new TreeSet<>(CmiTable.of(version).situations().values());
      // a failed commit is told by the adapter alone, when the server refuses
      possible.remove(391);
      assertThat(given).containsAll(possible);
    }
  }
}
