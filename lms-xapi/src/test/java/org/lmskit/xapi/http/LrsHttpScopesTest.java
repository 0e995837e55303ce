package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.http.HttpRequest;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.Scope;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.Verb;
import org.lmskit.xapi.json.JsonLimits;

/** What each scope opens, and where limits end a request. */
class LrsHttpScopesTest {
  private static final String AGENT = "%7B%22mbox%22%3A%22mailto%3Aann%40example.org%22%7D";
  private static final String STATEMENT =
      "{\"actor\":{\"mbox\":\"mailto:ann@example.org\"},\"verb\":{\"id\":\"http://e.x/did\"},"
          + "\"object\":{\"id\":\"http://e.x/c\"}}";
  private static final String STATE =
      "/activities/state?activityId=http://e.x/c&stateId=s&agent=" + AGENT;
  private static final String ACTIVITY_PROFILE =
      "/activities/profile?activityId=http://e.x/c&profileId=p";
  private static final String AGENT_PROFILE = "/agents/profile?profileId=p&agent=" + AGENT;

  private final LrsEndpoint lrs = new LrsEndpoint();

  /** Something that a scope may open. */
  private enum Action {
    WRITE_STATEMENTS("POST", "/statements"),
    READ_STATEMENTS("GET", "/statements"),
    READ_A_STATEMENT("GET", "/statements?statementId=6690e6c9-3ef0-4ed3-8b37-7f3964730bee"),
    READ_STATE("GET", STATE),
    WRITE_STATE("POST", STATE),
    DELETE_STATE("DELETE", STATE),
    READ_ACTIVITY_PROFILE("GET", ACTIVITY_PROFILE),
    WRITE_ACTIVITY_PROFILE("POST", ACTIVITY_PROFILE),
    READ_AGENT_PROFILE("GET", AGENT_PROFILE),
    WRITE_AGENT_PROFILE("POST", AGENT_PROFILE),
    DELETE_AGENT_PROFILE("DELETE", AGENT_PROFILE),
    READ_PERSON("GET", "/agents?agent=" + AGENT),
    READ_ACTIVITY("GET", "/activities?activityId=http://e.x/c");

    private final String method;
    private final String target;

    Action(String method, String target) {
      this.method = method;
      this.target = target;
    }

    HttpRequest request() {
      return method.equals("POST")
          ? json(method, target, target.equals("/statements") ? STATEMENT : "{}")
          : LrsEndpoint.request(method, target);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, '.*'",
    "ALL_READ, 'READ_.*'",
    "STATEMENTS_WRITE, 'WRITE_STATEMENTS|READ_ACTIVITY'",
    "STATEMENTS_READ, 'READ_STATEMENTS|READ_A_STATEMENT|READ_PERSON|READ_ACTIVITY'",
    "STATEMENTS_READ_MINE, 'READ_STATEMENTS|READ_A_STATEMENT|READ_PERSON|READ_ACTIVITY'",
    "STATE, '.*_STATE|READ_ACTIVITY'",
    "PROFILE, '.*_PROFILE|READ_PERSON|READ_ACTIVITY'",
    "DEFINE, 'READ_ACTIVITY'",
  })
  void a_scope_opens_what_it_says_and_nothing_else(Scope scope, String opened) {
    Set<Action> answered = Set.of(Action.values()).stream()
        .filter(action -> lrs.send(LrsEndpoint.as(scope, action.request())).status() != 403)
        .collect(Collectors.toSet());

    assertThat(answered)
        .isEqualTo(Set.of(Action.values()).stream()
            .filter(action -> action.name().matches(opened))
            .collect(Collectors.toSet()));
  }

  @Test
  void only_who_may_define_changes_what_is_known_of_activities() {
    Agent ann = Agent.mbox("ann@example.org");
    Activity named = Activity.of("http://e.x/c", "Course", "http://e.x/t");
    Statement statement = new Statement(ann, Verb.of("http://e.x/did", "did"), named);

    lrs.lrs.as(new Access(ann, Set.of(Scope.STATEMENTS_WRITE))).store(statement);
    assertThat(lrs.lrs.activity(new Iri("http://e.x/c")).definition()).isNull();

    lrs.lrs.as(new Access(ann, Set.of(Scope.STATEMENTS_WRITE, Scope.DEFINE))).store(statement);
    assertThat(lrs.lrs.activity(new Iri("http://e.x/c"))).isEqualTo(named);
  }

  @Test
  void one_attachment_too_many_is_a_413_and_nesting_too_deep_a_400() {
    LrsEndpoint small =
        new LrsEndpoint(new HttpLimits(4_000, 100, 1, new JsonLimits(10, 10, 20)), same -> same);
    String declared = List.of("x", "y").stream()
        .map(bytes -> "{\"usageType\":\"http://e.x/u\",\"display\":{\"en\":\"d\"},\"contentType\":"
            + "\"text/plain\",\"length\":1,\"sha2\":\"" + sha2(bytes) + "\"}")
        .collect(Collectors.joining(",", ",\"attachments\":[", "]}"));
    String two = STATEMENT.replaceFirst("}$", declared.replace("$", "\\$"));
    String body = "--B\r\nContent-Type: application/json\r\n\r\n" + two + part("x") + part("y")
        + "\r\n--B--\r\n";
    String deep = STATEMENT.replaceFirst(
        "}$",
        ",\"result\":{\"extensions\":{\"http://e.x/1\":" + "[".repeat(12) + "]".repeat(12) + "}}}");

    assertThat(text(small.send(request("POST", "/statements")
            .withBody("multipart/mixed; boundary=B", body.getBytes(StandardCharsets.UTF_8)))))
        .contains("more than 1 attachments");
    assertThat(small
            .send(request("POST", "/statements")
                .withBody("multipart/mixed; boundary=B", body.getBytes(StandardCharsets.UTF_8)))
            .status())
        .isEqualTo(413);
    assertThat(small.send(json("POST", "/statements", deep)).status()).isEqualTo(400);
    assertThat(text(small.send(request("GET", "/statements"))))
        .isEqualTo("{\"statements\":[],\"more\":\"\"}");
  }

  private static String part(String bytes) {
    return "\r\n--B\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + sha2(bytes)
        + "\r\n\r\n" + bytes;
  }

  private static String sha2(String bytes) {
    return Sha256.of(bytes.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
