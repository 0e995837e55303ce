package org.lmskit.scorm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormEngine;
import org.lmskit.scorm.ScormReason;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.store.InMemoryStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Links of launches: signed, expiring, revocable. */
class LaunchLinksTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOW = ScormEngine.NOW;
  private static final LaunchLinks LINKS = LaunchLinks.withKey(key(1));

  @TempDir
  private Path folder;

  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryContentStore content =
      new InMemoryContentStore(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Scorm scorm = Scorm.of(engine(NOW));
  private Enrollment enrollment;
  private Launch launch;
  private String address;

  @BeforeEach
  void launch() {
    Lms lms = engine(NOW);
    var imported = scorm.importPackage(ScormEngine.zip(folder, "page")).packageOrThrow();
    lms.catalog().publish(ScormEngine.course(imported));
    enrollment = lms.enrollments().enroll(ScormEngine.ANN, ScormEngine.FIRE_SAFETY);
    launch = scorm.launch(enrollment.id(), ScormEngine.U1);
    address = at(NOW, LINKS).launchUrl("", launch.id());
  }

  @Test
  void signed_link_opens_its_launch_and_takes_calls_and_navigation() throws IOException {
    HttpResponse document = get(at(NOW, LINKS), address);

    assertThat(document.status()).isEqualTo(200);
    assertThat(json(document).path("launchId").asString()).isEqualTo(launch.id());
    assertThat(begin(at(NOW, LINKS), address, launch).status()).isEqualTo(200);
    assertThat(suspend(at(NOW, LINKS), address).status()).isEqualTo(200);
  }

  @Test
  void players_page_is_given_the_signed_address() {
    assertThat(at(NOW, LINKS).playerUrl("/scorm", launch.id()))
        .startsWith("/scorm/player/player.html?base=/scorm/launches/" + launch.id() + "~")
        .matches("[A-Za-z0-9/.?=~_-]+");
  }

  @Test
  void bare_id_is_no_link_once_links_are_signed() throws IOException {
    HttpResponse refused = get(at(NOW, LINKS), "/launches/" + launch.id());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(json(refused))
        .hasToString("{\"refused\":\"LINK_INVALID\",\"exitUrl\":\"/courses\"}");
    assertThat(refused.headers().first("Cache-Control")).contains("no-store");
  }

  @Test
  void nothing_in_a_link_can_be_changed() throws IOException {
    Launch other = scorm.launch(enrollment.id(), ScormEngine.U1);
    int expiry = address.indexOf('~') + 1;
    int mark = address.lastIndexOf('~');
    String[] forged = {
      address.replace(launch.id(), other.id()),
      address.substring(0, expiry) + "999999999999" + address.substring(mark),
      address.substring(0, mark + 1) + "A".repeat(43),
      address.substring(0, mark + 1),
      address.substring(0, address.length() - 1),
      address + "A",
      address.replace("~", "~0")
    };

    for (String link : forged) {
      assertThat(get(at(NOW, LINKS), link).status()).as(link).isEqualTo(403);
      assertThat(begin(at(NOW, LINKS), link, launch).status()).as(link).isEqualTo(403);
      assertThat(suspend(at(NOW, LINKS), link).status()).as(link).isEqualTo(403);
    }
    assertThat(scorm.view(launch.id()).sequence()).isZero();
  }

  @Test
  void link_of_another_key_or_tenant_is_refused() throws IOException {
    String otherKey = at(NOW, LaunchLinks.withKey(key(2))).launchUrl("", launch.id());
    String otherTenant = "/launches/" + LINKS.sign(new TenantId("elsewhere"), launch.id(), NOW);

    assertThat(get(at(NOW, LINKS), otherKey).status()).isEqualTo(403);
    assertThat(get(at(NOW, LINKS), otherTenant).status()).isEqualTo(403);
  }

  @Test
  void link_expires_by_the_engines_clock_and_says_where_to_go_on() throws IOException {
    Instant last = NOW.plus(LaunchLinks.DEFAULT_LIFETIME).minusSeconds(1);
    Instant over = NOW.plus(LaunchLinks.DEFAULT_LIFETIME);

    assertThat(get(at(last, LINKS), address).status()).isEqualTo(200);
    HttpResponse refused = get(at(over, LINKS), address);

    assertThat(refused.status()).isEqualTo(410);
    assertThat(json(refused).path("refused").asString()).isEqualTo("EXPIRED");
    assertThat(json(refused).path("exitUrl").asString()).isEqualTo("/courses");
    assertThat(begin(at(over, LINKS), address, launch).status()).isEqualTo(410);
    assertThat(suspend(at(over, LINKS), address).status()).isEqualTo(410);
  }

  @Test
  void host_chooses_how_long_a_link_is_good() throws IOException {
    LaunchLinks brief = LINKS.lasting(Duration.ofMinutes(5));
    String link = at(NOW, brief).launchUrl("", launch.id());

    assertThat(get(at(NOW.plusSeconds(299), brief), link).status()).isEqualTo(200);
    assertThat(get(at(NOW.plusSeconds(300), brief), link).status()).isEqualTo(410);
    assertThatThrownBy(() -> LINKS.lasting(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LaunchLinks.withKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_an_expired_page_could_not_send_comes_with_the_next_link() throws IOException {
    Instant over = NOW.plus(LaunchLinks.DEFAULT_LIFETIME);
    Launch next = Scorm.of(engine(over)).launch(enrollment.id(), ScormEngine.U1);
    ScormHttp later = at(over, LINKS);

    HttpResponse brought = begin(later, later.launchUrl("", next.id()), launch);

    assertThat(brought.status()).isEqualTo(200);
    assertThat(scorm.view(launch.id()).sequence()).isEqualTo(1);
  }

  @Test
  void revoked_launch_is_refused_by_name_after_a_restart_too() throws IOException {
    scorm.revoke(launch.id());
    scorm.revoke(launch.id());

    for (ScormHttp http : new ScormHttp[] {at(NOW, LINKS), new ScormHttp(scorm, "/courses")}) {
      String link = http.launchUrl("", launch.id());
      for (HttpResponse refused :
          new HttpResponse[] {get(http, link), begin(http, link, launch), suspend(http, link)}) {
        assertThat(refused.status()).isEqualTo(410);
        assertThat(json(refused))
            .isEqualTo(JSON.readTree("{\"refused\":\"REVOKED\",\"exitUrl\":\"/courses\"}"));
      }
    }
    Scorm restarted = Scorm.of(engine(NOW));
    assertThat(restarted.view(launch.id()).isRevoked()).isTrue();
    assertThatThrownBy(() -> restarted.call(launch.id(), 1, List.of(new ApiCall("begin"))))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ScormReason.LAUNCH_REVOKED));
    assertThatThrownBy(() -> restarted.navigate(launch.id(), Request.of(RequestType.SUSPEND_ALL)))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ScormReason.LAUNCH_REVOKED));
  }

  @Test
  void revoked_launch_brings_no_calls_of_another_one_and_the_next_launch_works()
      throws IOException {
    Launch next = scorm.launch(enrollment.id(), ScormEngine.U1);
    scorm.revoke(launch.id());
    ScormHttp http = at(NOW, LINKS);

    assertThat(begin(http, address, next).status()).isEqualTo(410);
    assertThat(begin(http, http.launchUrl("", next.id()), next).status()).isEqualTo(200);
    assertThat(begin(http, http.launchUrl("", next.id()), launch).status()).isEqualTo(410);
  }

  @Test
  void unknown_launch_cannot_be_revoked() {
    assertThatThrownBy(() -> scorm.revoke("nobody")).isInstanceOf(NotFoundException.class);
  }

  /** The engine, started at this moment. */
  private Lms engine(Instant now) {
    return Lms.on(store, content)
        .module(Scorm.MODULE)
        .clock(Clock.fixed(now, ZoneOffset.UTC))
        .build();
  }

  private ScormHttp at(Instant now, LaunchLinks links) {
    return new ScormHttp(Scorm.of(engine(now)), "/courses").withSignedLinks(links);
  }

  private static HttpResponse get(ScormHttp http, String link) throws IOException {
    return http.handle(HttpRequest.of("GET", link + "/launch"));
  }

  private static HttpResponse begin(ScormHttp http, String link, Launch of) throws IOException {
    String batch =
        "{\"batches\":[{\"launchId\":\"" + of.id() + "\",\"sequence\":1,\"calls\":[[\"begin\"]]}]}";
    return post(http, link + "/calls", batch);
  }

  private static HttpResponse suspend(ScormHttp http, String link) throws IOException {
    return post(http, link + "/navigate", "{\"request\":\"suspendAll\"}");
  }

  private static HttpResponse post(ScormHttp http, String target, String body) throws IOException {
    return http.handle(HttpRequest.of("POST", target)
        .withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonNode json(HttpResponse response) throws IOException {
    return JSON.readTree(response.body().bytes());
  }

  private static byte[] key(int of) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) of);
    return key;
  }
}
