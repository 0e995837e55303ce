package org.lmskit.scorm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.scorm.packaging.PackageOptions;
import org.lmskit.scorm.runtime.Switch;
import org.lmskit.store.InMemoryStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the player's server answers, header by header and refusal by refusal. */
class ScormHttpTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final UnitId U1 = new UnitId("u1");
  private static final String MANIFEST = """
      <manifest identifier="M1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
        <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
        <organizations default="O"><organization identifier="O"><title>First aid</title>
          <item identifier="I1" identifierref="R1"><title>Wounds</title></item>
        </organization></organizations>
        <resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="a.html"/></resources>
      </manifest>
      """;

  @TempDir
  private Path folder;

  private final Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore())
      .module(Scorm.MODULE)
      .build();
  private final Scorm scorm = Scorm.of(lms);
  private final ScormHttp http = new ScormHttp(scorm, "/courses");
  private ScormPackage content;
  private Enrollment enrollment;
  private Launch launch;

  @BeforeEach
  void launch() throws IOException {
    Path file = folder.resolve("package.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      entry(zip, "imsmanifest.xml", MANIFEST);
      entry(zip, "a.html", "<title>A</title>");
      entry(zip, "media/film.mp4", "0123456789");
      entry(zip, "media/größe 1.svg", "<svg/>");
      entry(zip, "data.odd", "?");
    }
    content = scorm.importPackage(file).packageOrThrow();
    lms.catalog()
        .publish(Course.of("first-aid", "First aid").unit("u1", "Wounds", content.content()));
    enrollment = lms.enrollments().enroll(new LearnerId("ann"), new CourseId("first-aid"));
    launch = scorm.launch(enrollment.id(), U1);
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void files_have_their_media_type_and_are_cached_by_the_hash_of_their_bytes() throws IOException {
    HttpResponse film = get(file("media/film.mp4"));

    assertThat(film.status()).isEqualTo(200);
    assertThat(header(film, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(film, "Cache-Control")).contains("private", "immutable");
    assertThat(header(film, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(film, "ETag"))
        .isEqualTo("\"" + content.find("media/film.mp4").orElseThrow().hash().hex() + "\"");
    assertThat(header(get(file("a.html")), "Content-Type")).startsWith("text/html");
    assertThat(header(get(file("data.odd")), "Content-Type")).isEqualTo("application/octet-stream");
    assertThat(header(get(file("media/gr%C3%B6%C3%9Fe%201.svg")), "Content-Type"))
        .isEqualTo("image/svg+xml");
  }

  @Test
  void content_on_the_hosts_origin_runs_and_is_framed_by_the_host_alone() throws IOException {
    HttpResponse page = get(file("a.html"));

    assertThat(header(page, "Content-Security-Policy"))
        .isEqualTo("default-src * data: blob: 'unsafe-inline' 'unsafe-eval'; base-uri 'self'; "
            + "frame-ancestors 'self'");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(get("/player/player.html"), "Referrer-Policy")).isEqualTo("same-origin");
  }

  @Test
  void content_of_another_origin_and_the_frame_that_holds_it_are_kept_in_a_sandbox()
      throws IOException {
    ScormHttp apart = http.withContentOrigin(
        request -> "https://content.example", request -> "https://lms.example");

    for (String path :
        new String[] {file("a.html"), file("media/film.mp4"), "/player/frame.html"}) {
      String policy = header(apart.handle(HttpRequest.of("GET", path)), "Content-Security-Policy");
      assertThat(policy).as(path).contains("; frame-ancestors 'self' https://lms.example; sandbox");
      assertThat(policy).contains("allow-scripts", "allow-same-origin");
      assertThat(policy).doesNotContain("allow-top-navigation");
    }
    assertThat(header(
            apart.handle(HttpRequest.of("GET", "/player/player.html")), "Content-Security-Policy"))
        .isEmpty();
  }

  @Test
  void host_may_set_a_policy_of_its_own() throws IOException {
    ScormHttp strict = http.withContentPolicy(new ContentPolicy("default-src 'self'", ""));
    ScormHttp open = http.withContentOrigin(request -> "https://c.example", request -> "https://l")
        .withContentPolicy(ContentPolicy.DEFAULT.withoutSandbox());

    HttpRequest page = HttpRequest.of("GET", file("a.html"));
    assertThat(header(strict.handle(page), "Content-Security-Policy"))
        .isEqualTo("default-src 'self'; frame-ancestors 'self'");
    assertThat(header(open.handle(page), "Content-Security-Policy"))
        .endsWith("frame-ancestors 'self' https://l");
  }

  @Test
  void parts_of_a_file_are_served_for_those_who_seek_in_a_film() throws IOException {
    HttpResponse part =
        http.handle(HttpRequest.of("GET", file("media/film.mp4")).withHeader("Range", "bytes=3-5"));

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("345");
    assertThat(header(part, "Content-Range")).isEqualTo("bytes 3-5/10");
  }

  @Test
  void what_is_not_in_the_package_is_not_served() {
    for (String path : new String[] {
      file("b.html"),
      file("../secret"),
      file("%2e%2e/secret"),
      "/content/nobody/a.html",
      "/content/" + content.id(),
      "/player/../secret.js",
      "/player/nothing.js",
      "/elsewhere"
    }) {
      assertThatThrownBy(() -> http.handle(HttpRequest.of("GET", path)))
          .as(path)
          .isInstanceOfSatisfying(
              HttpException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }

  @Test
  void launch_document_is_never_cached_and_names_the_content() throws IOException {
    HttpResponse answer = get("/launches/" + launch.id() + "/launch");

    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    JsonNode json = json(answer);
    assertThat(json.path("launchId").asString()).isEqualTo(launch.id());
    assertThat(json.path("player").path("content").path("href").asString())
        .isEqualTo("/content/" + content.id() + "/a.html");
    assertThat(json.path("player").path("exitUrl").asString()).isEqualTo("/courses");
  }

  @Test
  void package_has_the_window_and_the_size_that_its_switches_say() throws IOException {
    var wishes = PackageOptions.DEFAULT
        .with(Switch.OWN_WINDOW, 1)
        .with(Switch.CONTENT_WIDTH, 1024)
        .with(Switch.CONTENT_HEIGHT, 768);
    var wishing = scorm.importPackage(folder.resolve("package.zip"), wishes).packageOrThrow();
    lms.catalog().publish(Course.of("wishes", "First aid").unit("u1", "Wounds", wishing.content()));
    var own = lms.enrollments().enroll(new LearnerId("ann"), new CourseId("wishes"));

    assertThat(contentOf(scorm.launch(own.id(), U1)))
        .contains("\"window\":\"new\",\"width\":1024,\"height\":768");
    assertThat(contentOf(launch)).contains("\"window\":\"frame\",\"width\":0,\"height\":0");
    assertThat(scorm.find(wishing.id()).orElseThrow().compatibility().changed())
        .isEqualTo(wishes.switches());
  }

  @Test
  void launch_document_says_how_much_of_the_time_allowed_is_left() throws IOException {
    String limited = MANIFEST.replace(
        "Wounds</title>", "Wounds</title><adlcp:maxtimeallowed>00:10:00</adlcp:maxtimeallowed>");
    Path file = folder.resolve("limited.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      entry(zip, "imsmanifest.xml", limited);
      entry(zip, "a.html", "<title>A</title>");
    }
    var content = scorm.importPackage(file).packageOrThrow();
    lms.catalog()
        .publish(Course.of("limited", "First aid").unit("u1", "Wounds", content.content()));
    var own = lms.enrollments().enroll(new LearnerId("ann"), new CourseId("limited"));

    Launch first = scorm.launch(own.id(), U1);
    assertThat(secondsLeft(first)).isEqualTo(600);
    calls(
        first,
        batch(
            first,
            1,
            "[\"begin\"],[\"LMSInitialize\",\"\"],"
                + "[\"LMSSetValue\",\"cmi.core.session_time\",\"00:09:00\"],[\"LMSFinish\",\"\"]"));
    assertThat(secondsLeft(scorm.launch(own.id(), U1))).isEqualTo(60);
    assertThat(secondsLeft(launch)).isEqualTo(-1);
  }

  private int secondsLeft(Launch of) throws IOException {
    return json(get("/launches/" + of.id() + "/launch"))
        .path("player")
        .path("secondsLeft")
        .asInt(-1);
  }

  private String contentOf(Launch of) throws IOException {
    return json(get("/launches/" + of.id() + "/launch"))
        .path("player")
        .path("content")
        .toString();
  }

  @Test
  void unknown_launch_is_refused_by_name() throws IOException {
    HttpResponse answer = get("/launches/nobody/launch");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(json(answer)).hasToString("{\"refused\":\"UNKNOWN\",\"exitUrl\":\"/courses\"}");
  }

  @Test
  void batch_that_comes_again_changes_nothing_and_a_gap_says_what_is_expected() throws IOException {
    String first = batch(
        launch,
        1,
        "[\"begin\"],[\"LMSInitialize\",\"\"]," + "[\"LMSSetValue\",\"cmi.comments\",\"x\"]");

    assertThat(calls(first).status()).isEqualTo(200);
    assertThat(json(calls(first)).path("replies")).hasToString("[[\"true\",0],[\"true\",0]]");
    HttpResponse gap = calls(batch(launch, 3, "[\"LMSFinish\",\"\"]"));

    assertThat(gap.status()).isEqualTo(409);
    assertThat(json(gap)).hasToString("{\"refused\":\"GAP\",\"expected\":2}");
    calls(batch(launch, 2, "[\"LMSSetValue\",\"cmi.comments\",\"y\"]"));
    var state = scorm.view(launch.id()).registration().runtime("I1").orElseThrow();
    assertThat(state.toJson()).contains("xy").doesNotContain("xxy");
  }

  @Test
  void launch_is_superseded_when_the_page_of_a_later_one_has_begun() throws IOException {
    Launch later = scorm.launch(enrollment.id(), U1);
    assertThat(calls(batch(launch, 1, "[\"begin\"]")).status()).isEqualTo(200);
    calls(later, batch(later, 1, "[\"begin\"]"));

    HttpResponse refused = calls(batch(launch, 2, "[\"LMSInitialize\",\"\"]"));

    String superseded = "{\"refused\":\"SUPERSEDED\",\"exitUrl\":\"/courses\"}";
    assertThat(refused.status()).isEqualTo(409);
    assertThat(json(refused)).hasToString(superseded);
    HttpResponse reloaded = get("/launches/" + launch.id() + "/launch");
    assertThat(reloaded.status()).isEqualTo(409);
    assertThat(json(reloaded)).hasToString(superseded);
  }

  @Test
  void what_is_no_request_of_the_protocol_is_refused_as_such() {
    String[] bodies = {"", "{", "[]", "{}", "{\"batches\":[]}", "{\"batches\":[{\"calls\":[]}]}"};
    for (String body : bodies) {
      assertThatThrownBy(() -> calls(body))
          .as(body)
          .isInstanceOfSatisfying(
              HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
    }
    assertThatThrownBy(() -> post("navigate", "{\"request\":\"dance\"}"))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
    assertThatThrownBy(() -> get("/launches/" + launch.id() + "/calls"))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(405));
  }

  private String file(String path) {
    return "/content/" + content.id() + "/" + path;
  }

  private HttpResponse get(String path) throws IOException {
    return http.handle(HttpRequest.of("GET", path));
  }

  private HttpResponse post(String what, String body) throws IOException {
    return http.handle(HttpRequest.of("POST", "/launches/" + launch.id() + "/" + what)
        .withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  private HttpResponse calls(String body) throws IOException {
    return post("calls", body);
  }

  private HttpResponse calls(Launch of, String body) throws IOException {
    return http.handle(HttpRequest.of("POST", "/launches/" + of.id() + "/calls")
        .withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String batch(Launch launch, int sequence, String calls) {
    return "{\"batches\":[{\"launchId\":\"" + launch.id() + "\",\"sequence\":" + sequence
        + ",\"calls\":[" + calls + "]}]}";
  }

  private static String header(HttpResponse response, String name) {
    return response.headers().first(name).orElse("");
  }

  private static JsonNode json(HttpResponse response) throws IOException {
    return JSON.readTree(response.body().bytes());
  }
}
