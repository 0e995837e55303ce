package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
  @SuppressWarnings("unchecked")
  void browser_adapter_answers_every_vector() throws Exception {
    int expected =
        Vectors.all().stream().mapToInt(vector -> vector.steps().size()).sum();
    try (var server = new PlayerServer();
        var browser = Chromium.start()) {
      server.page("/vectors", PAGE);
      server.on(
          "/cases", exchange -> PlayerServer.reply(exchange, 200, "application/json", cases()));
      browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
      browser.driver().get(server.url("/vectors"));

      var outcome = (List<String>) browser
          .driver()
          .executeAsyncScript("const done = arguments[0];"
              + "const wait = () => window.outcome ? done(window.outcome) : setTimeout(wait, 20);"
              + "wait();");

      assertThat(outcome).containsExactly(String.valueOf(expected));
    }
  }

  private static String cases() {
    var all = StateJson.MAPPER.createArrayNode();
    for (Vectors.Case vector : Vectors.all()) {
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
