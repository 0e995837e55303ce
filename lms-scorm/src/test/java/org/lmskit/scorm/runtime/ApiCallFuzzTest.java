package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever content does: never an exception, always a documented code, always a state that is kept. */
class ApiCallFuzzTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Property(tries = 300)
  void any_calls_get_documented_answers(
      @ForAll CmiVersion version, @ForAll("calls") List<ApiCall> calls) {
    var engine = RuntimeEngine.of(launch(version));
    var state = engine.launch(RuntimeState.EMPTY);
    var prefix = version.is12() ? "LMS" : "";
    state = engine.call(state, new ApiCall(prefix + "Initialize", ""), NOW).state();

    for (ApiCall call : calls) {
      var named = new ApiCall(prefix.isEmpty() ? call.name() : twelve(call.name()), call.args());
      var outcome = engine.call(state, named, NOW);
      state = outcome.state();

      assertThat(engine.errorText(outcome.reply().error())).isNotEmpty();
      assertThat(RuntimeState.fromJson(state.toJson())).isEqualTo(state);
      assertThat(engine.result(state)).isNotNull();
    }
    assertThat(engine.close(state, NOW).state()).isNotNull();
  }

  @Property(tries = 300)
  void what_was_set_is_read_back(@ForAll("calls") List<ApiCall> calls) {
    var engine = RuntimeEngine.of(launch(CmiVersion.SCORM_2004_4TH));
    var state = engine
        .call(engine.launch(RuntimeState.EMPTY), new ApiCall("Initialize", ""), NOW)
        .state();
    for (ApiCall call : calls) {
      if (call.name().equals("SetValue") && call.args().size() == 2) {
        var outcome = engine.call(state, call, NOW);
        state = outcome.state();
        var read = engine.call(state, new ApiCall("GetValue", call.arg(0)), NOW).reply();
        if (outcome.reply().isOk() && read.isOk()) {
          assertThat(read.result()).isEqualTo(call.arg(1));
        }
      }
    }
  }

  @Provide
  Arbitrary<List<ApiCall>> calls() {
    return anyCalls();
  }

  static Arbitrary<List<ApiCall>> anyCalls() {
    return Combinators.combine(name(), args()).as(ApiCall::new).list().ofMaxSize(25);
  }

  private static Arbitrary<String> name() {
    return Arbitraries.frequency(
        net.jqwik.api.Tuple.of(12, "SetValue"),
        net.jqwik.api.Tuple.of(6, "GetValue"),
        net.jqwik.api.Tuple.of(1, "Commit"),
        net.jqwik.api.Tuple.of(1, "Terminate"),
        net.jqwik.api.Tuple.of(1, "Initialize"),
        net.jqwik.api.Tuple.of(1, "GetErrorString"),
        net.jqwik.api.Tuple.of(1, "GetDiagnostic"),
        net.jqwik.api.Tuple.of(1, "nonsense"));
  }

  private static Arbitrary<List<String>> args() {
    var two = Combinators.combine(element(), value()).as((e, v) -> List.of(e, v));
    var some = Arbitraries.oneOf(element(), value()).list().ofMaxSize(3);
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, two), net.jqwik.api.Tuple.of(2, some));
  }

  private static Arbitrary<String> element() {
    var known = new java.util.ArrayList<String>();
    for (CmiVersion version : CmiVersion.values()) {
      CmiTable.of(version).rows().forEach(row -> known.add(row.element()));
    }
    var indexed = Combinators.combine(
            Arbitraries.of(known),
            Arbitraries.of("0", "1", "2", "01", "999999999", "9999999999", "-1", "n"))
        .as((name, index) ->
            name.replace(".n", "." + index).replace("{target=}", "{target=" + index + "}"));
    var keyword = Combinators.combine(
            indexed, Arbitraries.of("._count", "._children", "._version", ".", "..", ""))
        .as((name, end) -> name + end);
    return Arbitraries.oneOf(indexed, indexed, keyword, Arbitraries.strings().ofMaxLength(20));
  }

  private static Arbitrary<String> value() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            "0",
            "1",
            "-1",
            "0.5",
            "100",
            "1e9",
            "completed",
            "passed",
            "failed",
            "choice",
            "numeric",
            "fill-in",
            "matching",
            "performance",
            "true-false",
            "a[,]b",
            "a[.]b",
            "1[:]2",
            "2[:]1",
            "true",
            "PT1H",
            "P1Y",
            "00:10:00",
            "2026-03-01",
            "suspend",
            "correct",
            "{lang=en}x",
            "{lang=}",
            "{case_matters=true}",
            "{",
            "continue",
            "{target=a}choice",
            "q1",
            "urn:a:b",
            "0".repeat(200),
            "9".repeat(99)),
        Arbitraries.strings().ofMaxLength(30),
        Arbitraries.strings().withChars("[],.:{}=-0123456789PTYMDHS").ofMaxLength(40));
  }

  static String twelve(String name) {
    return name.equals("Terminate") ? "LMSFinish" : "LMS" + name;
  }

  static LaunchData launch(CmiVersion version) {
    return LaunchData.of(version, "L1", "Doe, Jo")
        .sharedData(new SharedData("s", null, true, true))
        .build();
  }
}
