package org.lmskit.scorm.player;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CallLog;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.RuntimeEngine;
import org.lmskit.scorm.runtime.RuntimeState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The server's side of the player protocol for one attempt, small enough to see through. */
final class TinyLms {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final ReentrantLock lock = new ReentrantLock();
  private final RuntimeEngine engine;
  private final List<ApiCall> received = new ArrayList<>();
  private final List<String> batches = new ArrayList<>();
  private final Map<String, Integer> sequences = new HashMap<>();
  private final Map<String, ObjectNode> replies = new HashMap<>();
  private CallLog log = CallLog.of(3);
  private RuntimeState state = RuntimeState.EMPTY;
  private int failures;
  private String refusal = "";
  private ObjectNode player = JSON.createObjectNode();
  private ObjectNode next;
  private final List<String> navigations = new ArrayList<>();

  TinyLms(PlayerServer server, LaunchData launch) {
    this(server, launch, "/lms/");
  }

  TinyLms(PlayerServer server, LaunchData launch, String path) {
    engine = RuntimeEngine.of(launch);
    server.on(path, this::serve);
  }

  /** Answers the next requests for calls with 503. */
  void failNext(int times) {
    locked(() -> failures = times);
  }

  /** Refuses calls with 409 and this reason, or accepts them again. */
  void refuse(String reason) {
    locked(() -> refusal = reason);
  }

  void player(String json) {
    locked(() -> player = (ObjectNode) JSON.readTree(json));
  }

  /** What a navigation leads to. */
  void next(String json) {
    locked(() -> next = (ObjectNode) JSON.readTree(json));
  }

  List<ApiCall> received() {
    var copy = new ArrayList<ApiCall>();
    locked(() -> copy.addAll(received));
    return copy;
  }

  CallLog log() {
    var found = new CallLog[1];
    locked(() -> found[0] = log);
    return found[0];
  }

  /** One entry per batch that was applied, {@code launch/number}. */
  List<String> batches() {
    var copy = new ArrayList<String>();
    locked(() -> copy.addAll(batches));
    return copy;
  }

  List<String> navigations() {
    var copy = new ArrayList<String>();
    locked(() -> copy.addAll(navigations));
    return copy;
  }

  String value(String element) {
    var found = new String[1];
    locked(() -> found[0] = engine.value(state, element));
    return found[0];
  }

  RuntimeState.Phase phase() {
    var found = new RuntimeState.Phase[1];
    locked(() -> found[0] = state.phase());
    return found[0];
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/");
    var body = new String(exchange.getRequestBody().readAllBytes());
    lock.lock();
    try {
      if (!refusal.isEmpty()) {
        answer(
            exchange,
            refusal.equals("SUPERSEDED") ? 409 : refusal.equals("LINK_INVALID") ? 403 : 410,
            JSON.createObjectNode().put("refused", refusal).put("exitUrl", "/courses"));
      } else if (path[3].equals("launch")) {
        answer(exchange, 200, launched(path[2]));
      } else if (path[3].equals("navigate")) {
        navigations.add(JSON.readTree(body).path("request").asString());
        player = next == null ? player : next;
        answer(exchange, 200, launched(path[2]));
      } else if (failures > 0) {
        failures--;
        answer(exchange, 503, JSON.createObjectNode());
      } else {
        calls(exchange, JSON.readTree(body));
      }
    } finally {
      lock.unlock();
    }
  }

  private ObjectNode launched(String launchId) {
    var fresh = engine.launch(engine.close(state, NOW).state());
    var json = JSON.createObjectNode().put("protocol", 1);
    json.put("launchId", launchId).put("attempt", "attempt-1");
    json.put("sequence", sequences.getOrDefault(launchId, 0));
    json.set("launch", JSON.readTree(engine.launchData().toJson()));
    json.set("state", JSON.readTree(fresh.toJson()));
    json.set("requestValid", requestValid());
    json.set("player", player);
    return json;
  }

  private ObjectNode requestValid() {
    var passed = engine.value(state, "cmi.success_status").equals("passed");
    var json =
        JSON.createObjectNode().put("continue", String.valueOf(passed)).put("previous", "false");
    json.putObject("choice").put("item-2", String.valueOf(passed));
    return json;
  }

  private void calls(HttpExchange exchange, JsonNode request) throws IOException {
    ObjectNode last = JSON.createObjectNode();
    for (JsonNode batch : request.path("batches")) {
      var launchId = batch.path("launchId").asString();
      int number = batch.path("sequence").asInt();
      int accepted = sequences.getOrDefault(launchId, 0);
      if (number > accepted + 1) {
        answer(
            exchange,
            409,
            JSON.createObjectNode().put("refused", "GAP").put("expected", accepted + 1));
        return;
      }
      var key = launchId + "/" + number;
      last = number <= accepted ? replies.get(key) : apply(batch, launchId, number, key);
    }
    answer(exchange, 200, last);
  }

  private ObjectNode apply(JsonNode batch, String launchId, int number, String key) {
    var calls = new ArrayList<ApiCall>();
    for (JsonNode call : batch.path("calls")) {
      var args = new ArrayList<String>();
      call.forEach(part -> args.add(part.asString()));
      if (args.get(0).equals("begin")) {
        state = engine.launch(engine.close(state, NOW).state());
      } else {
        int first = args.get(0).equals("leaving") ? 1 : 0;
        calls.add(new ApiCall(args.get(first), args.subList(first + 1, args.size())));
      }
    }
    if (batch.has("log")) {
      log = log.plus(CallLog.entriesOf(batch.path("log").toString()));
    }
    var outcome = engine.call(state, calls, NOW);
    state = outcome.state();
    received.addAll(calls);
    batches.add(key);
    sequences.put(launchId, number);
    var reply = JSON.createObjectNode().put("sequence", number);
    var list = reply.putArray("replies");
    outcome.replies().forEach(r -> list.addArray().add(r.result()).add(r.error()));
    reply.set("requestValid", requestValid());
    replies.put(key, reply);
    return reply;
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode json)
      throws IOException {
    PlayerServer.reply(exchange, status, "application/json", JSON.writeValueAsString(json));
  }
}
