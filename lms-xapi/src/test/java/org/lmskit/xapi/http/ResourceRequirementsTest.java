package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.XapiVersion;

/** What the specification requires of every request, and of the Agents, Activities and About Resources. */
class ResourceRequirementsTest {
  private static final String ID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
  private static final String OTHER = "6690e6c9-3ef0-4ed3-8b37-000000000000";
  private static final String AGENT = encoded("{\"mbox\":\"mailto:ann@example.org\"}");
  private static final String VERSION = XapiVersion.HEADER;

  private static final List<String> TARGETS = List.of(
      "/statements",
      "/agents?agent=" + AGENT,
      "/activities?activityId=http://e.x/c",
      "/activities/state?activityId=http://e.x/c&agent=" + AGENT,
      "/activities/profile?activityId=http://e.x/c",
      "/agents/profile?agent=" + AGENT);

  private final LrsEndpoint lrs = new LrsEndpoint();

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @FieldSource("TARGETS")
  void head_is_get_without_its_body(String target) {
    lrs.store(StatementResourceRequirementsTest.statement(ID));
    HttpResponse get = lrs.get(target);

    HttpResponse head = lrs.send(request("HEAD", target));

    assertThat(head.status()).isEqualTo(get.status()).isEqualTo(200);
    assertThat(head.headers().first("Content-Type")).isEqualTo(get.headers().first("Content-Type"));
    assertThat(head.headers().first(VERSION)).contains("1.0.3");
  }

  @ParameterizedTest
  @FieldSource("TARGETS")
  void every_resource_wants_a_version_it_knows_and_answers_with_one(String target) {
    HttpRequest bare = LrsEndpoint.as(org.lmskit.xapi.Scope.ALL, HttpRequest.of("GET", target));

    assertThat(lrs.send(bare).status()).isEqualTo(400);
    assertThat(lrs.send(bare.withHeader(VERSION, "0.9.5")).status()).isEqualTo(400);
    assertThat(lrs.send(bare).headers().first(VERSION)).isPresent();
    for (String version : List.of("1.0.0", "1.0.1", "1.0.2", "1.0.3")) {
      HttpResponse answer = lrs.send(bare.withHeader(VERSION, version));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().first(VERSION)).contains("1.0.3");
    }
    assertThat(lrs.send(bare.withHeader(VERSION, "2.0.0")).headers().first(VERSION))
        .contains("2.0.0");
  }

  @ParameterizedTest
  @FieldSource("TARGETS")
  void every_resource_wants_credentials_and_takes_basic_ones(String target) {
    HttpRequest none = HttpRequest.of("GET", target).withHeader(VERSION, "1.0.3");
    String wrong = Base64.getEncoder().encodeToString("all:wrong".getBytes(StandardCharsets.UTF_8));

    assertThat(lrs.send(none).status()).isEqualTo(401);
    assertThat(lrs.send(none.withHeader("Authorization", "Basic " + wrong)).status())
        .isEqualTo(401);
    assertThat(lrs.get(target).status()).isEqualTo(200);
  }

  static Stream<Arguments> parameters() {
    Stream<Arguments> filters = Stream.concat(
            StatementResourceRequirementsTest.filters().stream(),
            Stream.of("statementId", "voidedStatementId", "format", "attachments"))
        .map(name -> arguments("/statements?", name));
    return Stream.concat(
        filters,
        Stream.of(
            arguments("/agents?", "agent"),
            arguments("/activities?", "activityId"),
            arguments(TARGETS.get(3) + "&", "stateId"),
            arguments(TARGETS.get(4) + "&", "profileId"),
            arguments(TARGETS.get(5) + "&", "profileId")));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void a_parameter_in_another_case_is_none(String target, String name) {
    String other = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);

    assertThat(lrs.get(target + other + "=1").status()).isEqualTo(400);
    assertThat(lrs.get(target + "unknown=1").status()).isEqualTo(400);
  }

  @Test
  void a_person_has_every_property_as_a_list() {
    for (String who : List.of(
        "\"name\":\"Ann\",\"mbox\":\"mailto:ann@example.org\"",
        "\"mbox_sha1sum\":\"0123456789abcdef0123456789abcdef01234567\"",
        "\"openid\":\"http://e.x/ann\"",
        "\"account\":{\"homePage\":\"http://e.x\",\"name\":\"ann\"}")) {
      lrs.store(StatementResourceRequirementsTest.statement(OTHER)
          .replace(
              OTHER,
              java.util
                  .UUID
                  .nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8))
                  .toString())
          .replace("\"mbox\":\"mailto:ann@example.org\"", who));
    }

    assertThat(lrs.read("/agents?agent=" + AGENT))
        .isEqualTo(
            "{\"objectType\":\"Person\",\"name\":[\"Ann\"],\"mbox\":[\"mailto:ann@example.org\"]}");
    assertThat(lrs.read("/agents?agent="
            + encoded("{\"mbox_sha1sum\":\"0123456789abcdef0123456789abcdef01234567\"}")))
        .contains("\"mbox_sha1sum\":[\"0123456789abcdef0123456789abcdef01234567\"]");
    assertThat(lrs.read("/agents?agent=" + encoded("{\"openid\":\"http://e.x/ann\"}")))
        .contains("\"openid\":[\"http://e.x/ann\"]");
    assertThat(lrs.read("/agents?agent="
            + encoded("{\"account\":{\"homePage\":\"http://e.x\",\"name\":\"ann\"}}")))
        .contains("\"account\":[{\"homePage\":\"http://e.x\",\"name\":\"ann\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/agents",
        "/agents?agent=ann",
        "/agents?agent=%7B%7D",
        "/activities",
        "/activities?activityId=course"
      })
  void nobody_and_nothing_is_not_looked_up(String target) {
    assertThat(lrs.get(target).status()).isEqualTo(400);
  }

  @Test
  void an_activity_has_all_that_statements_said_of_it() {
    lrs.store(StatementResourceRequirementsTest.statement(ID)
        .replace(
            "\"http://e.x/c\"",
            "\"http://e.x/c\",\"definition\":{\"name\":{\"en\":\"C\"},\"type\":\"http://e.x/t\"}"));
    lrs.store(
        StatementResourceRequirementsTest.statement(OTHER)
            .replace(
                "\"http://e.x/c\"",
                "\"http://e.x/c\",\"definition\":{\"name\":{\"de\":\"K\"},\"moreInfo\":\"http://e.x/m\"}"));

    assertThat(lrs.read("/activities?activityId=http://e.x/c"))
        .contains(
            "\"en\":\"C\"",
            "\"de\":\"K\"",
            "\"type\":\"http://e.x/t\"",
            "\"moreInfo\":\"http://e.x/m\"");
  }

  @Test
  void about_lists_the_versions() {
    HttpResponse answer = lrs.send(HttpRequest.of("GET", "/about"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer))
        .contains("\"version\":[\"1.0.0\",\"1.0.1\",\"1.0.2\",\"1.0.3\",\"2.0.0\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/agents | GET | agent={A} | 200",
        "/activities | GET | activityId=http%3A%2F%2Fe.x%2Fc | 200",
        "/activities/state | PUT | activityId=http%3A%2F%2Fe.x%2Fc&agent={A}&stateId=s&content=%7B%7D | 204",
        "/activities/state | POST | activityId=http%3A%2F%2Fe.x%2Fc&agent={A}&stateId=s&content=%7B%7D | 204",
        "/activities/state | DELETE | activityId=http%3A%2F%2Fe.x%2Fc&agent={A}&stateId=s | 204",
        "/activities/profile | PUT | activityId=http%3A%2F%2Fe.x%2Fc&profileId=p&content=%7B%7D&If-None-Match=* | 204",
        "/agents/profile | PUT | agent={A}&profileId=p&content=%7B%7D&If-None-Match=* | 204",
        "/statements | GET | limit=1 | 200",
      })
  void a_form_can_hold_a_request_to_every_resource_under_1_0(
      String path, String method, String form, int status) {
    HttpRequest sent = request("POST", path + "?method=" + method)
        .withBody(
            "application/x-www-form-urlencoded",
            form.replace("{A}", AGENT).getBytes(StandardCharsets.UTF_8));

    assertThat(lrs.send(sent).status()).isEqualTo(status);
    assertThat(lrs.send(json("POST", path + "?method=" + method, "{}").withHeader(VERSION, "2.0.0"))
            .status())
        .isIn(400, 405);
  }
}
