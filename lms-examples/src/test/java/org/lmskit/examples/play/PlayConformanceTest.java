package org.lmskit.examples.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.cts.CtsDelivery;
import org.lmskit.scorm.cts.CtsLms;
import org.lmskit.scorm.cts.CtsPackages;
import org.lmskit.scorm.cts.CtsReply;
import org.lmskit.scorm.cts.CtsSuite;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays the conformance cases through the lines of the protocol, all learners in one session. */
class PlayConformanceTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir
  private Path folder;

  @Test
  void every_conformance_case_passes_through_play() {
    var suite = CtsSuite.find();
    assumeTrue(suite.isPresent());
    var session = new PlaySession(Clock.systemUTC());
    var packages = new Packages(suite.get().packages(), folder);
    var learners = new ArrayList<PlayLms>();

    var results = suite.get().play("through play", () -> {
      learners.add(new PlayLms(session, packages, "L" + learners.size()));
      return learners.get(learners.size() - 1);
    });

    assertThat(results).isNotEmpty();
    assertThat(CtsSuite.failed(results)).isEmpty();
  }

  /** The packages as files, written when they are opened first. */
  private record Packages(CtsPackages source, Path folder, Map<String, Path> written) {
    Packages(CtsPackages source, Path folder) {
      this(source, folder, new HashMap<>());
    }

    Path file(String name) {
      return written.computeIfAbsent(name, key -> source.zip(key, "<title>Page</title>", folder));
    }
  }

  /** One learner of the session, who speaks nothing but JSON. */
  private record PlayLms(PlaySession session, Packages packages, String learnerId)
      implements CtsLms {
    @Override
    public String learnerName() {
      return learnerId;
    }

    @Override
    public void open(String name) {
      var request = JSON.createObjectNode();
      request.put("open", packages.file(name).toString()).put("learner", learnerId);
      ask(request);
    }

    @Override
    public CtsDelivery navigate(Request request, List<ApiCall> unload) {
      var json = JSON.createObjectNode().put("nav", request.type().code());
      if (request.target() != null) {
        json.put("target", request.target());
      }
      if (!unload.isEmpty()) {
        var calls = json.putArray("unload");
        unload.forEach(call -> calls.add(json(call)));
      }
      var answer = ask(json);
      assertThat(answer.path("unload")).hasSize(unload.size());
      return delivery(answer);
    }

    @Override
    public CtsReply call(ApiCall call) {
      var answer = ask(json(call));
      return new CtsReply(
          answer.path("result").asString(),
          answer.path("error").asString(),
          answer.has("navigation")
              ? Optional.of(delivery(answer.path("navigation")))
              : Optional.empty());
    }

    private static ObjectNode json(ApiCall call) {
      var json = JSON.createObjectNode().put("call", call.name());
      var args = json.putArray("args");
      call.args().forEach(args::add);
      return json;
    }

    private JsonNode ask(ObjectNode request) {
      var line = JSON.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
      var answer = JSON.readTree(session.answer(line));
      assertThat(answer.has("failure")).as("%s: %s", request, answer).isFalse();
      return answer;
    }

    private static CtsDelivery delivery(JsonNode answer) {
      var valid = answer.path("validRequests");
      Set<String> enabled = new HashSet<>();
      for (var request : valid.properties()) {
        if (request.getValue().isBoolean() && request.getValue().asBoolean()) {
          enabled.add(request.getKey());
        }
      }
      texts(answer.path("hidden")).forEach(enabled::remove);
      var contents = texts(answer.path("toc"));
      Set<String> selectable = new HashSet<>(texts(valid.path("choice")));
      selectable.retainAll(contents);
      return new CtsDelivery(
          Optional.of(answer.path("delivered").asString("")).filter(id -> !id.isEmpty()),
          answer.path("href").asString(""),
          answer.path("ended").asBoolean(),
          answer.path("suspended").asBoolean(),
          answer.path("exception").asString(""),
          enabled,
          contents,
          selectable);
    }

    private static List<String> texts(JsonNode array) {
      List<String> texts = new ArrayList<>();
      array.forEach(text -> texts.add(text.asString()));
      return texts;
    }
  }
}
