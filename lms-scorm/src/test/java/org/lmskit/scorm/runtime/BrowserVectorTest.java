package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.player.Chromium;
import org.lmskit.scorm.player.PlayerServer;

/** The vectors again, answered by the browser adapter's data model in a real browser. */
class BrowserVectorTest {
  private static final String PAGE = """
      <!doctype html><title>vectors</title>
      <script type="module">
        import { CmiModel } from '/player/cmi.js';
        const [cases, old, recent] = await Promise.all(
          ['/cases', '/player/cmi-1.2.json', '/player/cmi-2004.json'].map(async (url) => (await fetch(url)).json()));
        const differences = [];
        let steps = 0;
        for (const vector of cases) {
          const model = new CmiModel(vector.launch.version === '1.2' ? old : recent, vector.launch, vector.state);
          for (const [name, args, result, error] of vector.steps) {
            const got = model.call(name, ...args);
            steps++;
            if (got !== result || model.error !== error) {
              differences.push(`${vector.name}: ${name} ${args.join(' ').slice(0, 80)}: ${got.slice(0, 80)} ${model.error}`);
            }
          }
        }
        window.outcome = [String(steps), ...differences];
      </script>
      """;

  @Test
  void browser_adapter_answers_every_vector() throws Exception {
    int expected =
        Vectors.all().stream().mapToInt(vector -> vector.steps().size()).sum();

    assertThat(outcome(Vectors.all())).containsExactly(String.valueOf(expected));
  }

  @Property(
      tries = 1,
      seed = "20260301",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void browser_adapter_and_java_engine_agree_on_random_calls(
      @ForAll("sequences") List<List<ApiCall>> sequences) throws Exception {
    var cases = new ArrayList<Vectors.Case>();
    for (var sequence : sequences) {
      cases.add(answered(CmiVersion.values()[cases.size() % 4], sequence));
    }
    int expected = cases.stream().mapToInt(vector -> vector.steps().size()).sum();

    assertThat(outcome(cases)).containsExactly(String.valueOf(expected));
  }

  @Provide
  Arbitrary<List<List<ApiCall>>> sequences() {
    return ApiCallFuzzTest.anyCalls().list().ofSize(800);
  }

  /** The calls with the Java engine's answers as what is expected. */
  private static Vectors.Case answered(CmiVersion version, List<ApiCall> calls) {
    var launch = ApiCallFuzzTest.launch(version);
    var engine = RuntimeEngine.of(launch);
    var state = engine.launch(RuntimeState.EMPTY);
    var steps = new ArrayList<Vectors.Step>();
    var all = new ArrayList<>(List.of(new ApiCall("Initialize", "")));
    all.addAll(calls);
    for (ApiCall call : all) {
      var named =
          version.is12() ? new ApiCall(ApiCallFuzzTest.twelve(call.name()), call.args()) : call;
      var outcome = engine.call(state, named, Instant.EPOCH);
      state = outcome.state();
      steps.add(new Vectors.Step(named, outcome.reply()));
    }
    return new Vectors.Case("random " + version.code(), steps.toString(), launch, steps);
  }

  @SuppressWarnings("unchecked")
  private static List<String> outcome(List<Vectors.Case> cases) throws Exception {
    try (var server = new PlayerServer();
        var browser = Chromium.start()) {
      server.page("/vectors", PAGE);
      server.on(
          "/cases", exchange -> PlayerServer.reply(exchange, 200, "application/json", json(cases)));
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
      browser.driver().get(server.url("/vectors"));
      return (List<String>) browser
          .driver()
          .executeAsyncScript("const done = arguments[0];"
              + "const wait = () => window.outcome ? done(window.outcome) : setTimeout(wait, 20);"
              + "wait();");
    }
  }

  private static String json(List<Vectors.Case> cases) {
    var all = StateJson.MAPPER.createArrayNode();
    for (Vectors.Case vector : cases) {
      var state = RuntimeEngine.of(vector.launch()).launch(RuntimeState.EMPTY);
      var json = all.addObject().put("name", vector.file() + ": " + vector.name());
      json.set("launch", StateJson.MAPPER.readTree(vector.launch().toJson()));
      json.set("state", StateJson.MAPPER.readTree(state.toJson()));
      var steps = json.putArray("steps");
      for (Vectors.Step step : vector.steps()) {
        var array = steps.addArray().add(step.call().name());
        var args = array.addArray();
        step.call().args().forEach(args::add);
        array.add(step.expected().result()).add(step.expected().error());
      }
    }
    return StateJson.MAPPER.writeValueAsString(all);
  }
}
