package org.lmskit.examples.academy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.examples.samples.SamplePackage;

/** Academy's pages over HTTP, without a browser. */
class AcademyPagesTest {
  private AcademyOnLoopback academy;

  @BeforeEach
  void start() {
    academy = new AcademyOnLoopback();
  }

  @AfterEach
  void stop() {
    academy.close();
  }

  @Test
  void an_empty_catalogue_says_where_courses_come_from() throws Exception {
    assertThat(get("/").body()).contains("No course yet.", "href=\"/import\"");
  }

  @Test
  void one_click_imports_and_publishes_a_sample_once() throws Exception {
    HttpResponse<String> course = post("/samples/pallet-racking.zip", "");
    post("/samples/pallet-racking.zip", "");

    assertThat(course.uri().getPath()).isEqualTo("/courses/pallet-racking");
    assertThat(course.body()).contains("SCORM 2004 4th Edition", "You are not enrolled");
    assertThat(get("/").body()).containsOnlyOnce("class=\"card\"");
  }

  @Test
  void a_downloaded_sample_can_be_uploaded_and_published() throws Exception {
    byte[] zip = academy
        .send(request("/samples/fire-safety.zip").build(), BodyHandlers.ofByteArray())
        .body();

    HttpResponse<String> report = upload("quiz.zip", zip);

    assertThat(report.statusCode()).isEqualTo(200);
    assertThat(report.body()).contains("quiz.zip can be published.", "SCORM 1.2");
    String publish = report.body().replaceAll("(?s).*action=\"(/packages/[^\"]+)\".*", "$1");
    HttpResponse<String> course = post(publish, "title=Fire+%3Ccourse%3E");
    assertThat(course.uri().getPath()).isEqualTo("/courses/fire-course");
    assertThat(course.body()).contains("<h1>Fire &lt;course&gt;</h1>");
  }

  @Test
  void a_package_of_the_same_title_can_become_the_next_version() throws Exception {
    post("/samples/fire-safety.zip", "");
    post("/courses/fire-safety/enrol", "");

    String report = upload("again.zip", sample(SamplePackage.FIRE_SAFETY)).body();
    String publish = report.replaceAll("(?s).*action=\"(/packages/[^\"]+)\".*", "$1");
    HttpResponse<String> course = post(publish, "title=Fire+safety&as=next");

    assertThat(report).contains("the next version of “Fire safety”");
    assertThat(course.uri().getPath()).isEqualTo("/courses/fire-safety");
    assertThat(course.body()).contains("version 2", "Moved to version 2");
  }

  @Test
  void what_is_no_package_is_refused_with_what_to_do() throws Exception {
    HttpResponse<String> report = upload("letter.zip", "Dear Sirs".getBytes(UTF_8));

    assertThat(report.statusCode()).isEqualTo(422);
    assertThat(report.body())
        .contains(
            "letter.zip was not imported.", "Upload the ZIP that the authoring tool exported.")
        .contains("SCORM-ARCHIVE-002");
  }

  @Test
  void a_form_without_a_file_gets_a_sentence_and_a_way_on() throws Exception {
    assertThat(upload("", new byte[0])).satisfies(answer -> says(answer, 400, "No file arrived"));
    assertThat(post("/import", "a=b")).satisfies(answer -> says(answer, 400, "No file arrived"));
    HttpRequest broken = request("/import")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofString("--x\r\nnonsense"))
        .build();
    assertThat(send(broken))
        .satisfies(answer -> says(answer, 400, "The upload did not arrive whole"));
  }

  @Test
  void unknown_addresses_and_ids_get_a_sentence_and_a_way_on() throws Exception {
    for (String path : List.of(
        "/nowhere", "/courses/unknown", "/courses/" + "x".repeat(200), "/samples/other.zip")) {
      assertThat(get(path)).satisfies(answer -> says(answer, 404, "Nothing here"));
    }
    for (String path : List.of(
        "/courses/unknown/enrol",
        "/enrollments/unknown/units/u/launch",
        "/packages/unknown/publish")) {
      assertThat(post(path, "")).satisfies(answer -> says(answer, 404, "Nothing here"));
    }
    assertThat(get("/statements?more=nonsense"))
        .satisfies(answer -> says(answer, 400, "No such statements"));
  }

  @Test
  void enrolling_twice_is_refused_in_words() throws Exception {
    post("/samples/fire-safety.zip", "");
    post("/courses/fire-safety/enrol", "");

    HttpResponse<String> again = post("/courses/fire-safety/enrol", "");

    says(again, 409, "That is not possible");
    assertThat(again.body()).contains("You are enrolled on this course already.");
  }

  @Test
  void the_switch_makes_another_learner_who_cannot_open_what_is_not_his() throws Exception {
    post("/samples/fire-safety.zip", "");
    String course = post("/courses/fire-safety/enrol", "").body();
    String launch = course.replaceAll("(?s).*action=\"(/enrollments/[^\"]+)\".*", "$1");

    HttpResponse<String> switched = post("/learner", "learner=ben&back=%2Fcourses%2Ffire-safety");

    assertThat(switched.uri().getPath()).isEqualTo("/courses/fire-safety");
    assertThat(switched.body()).contains("You are not enrolled");
    says(post(launch, ""), 404, "Nothing here");
    assertThat(post("/learner", "learner=ann&back=//elsewhere").uri().getPath()).isEqualTo("/");
  }

  @Test
  void launching_leads_to_the_player() throws Exception {
    post("/samples/fire-safety.zip", "");
    String course = post("/courses/fire-safety/enrol", "").body();

    HttpResponse<String> player =
        post(course.replaceAll("(?s).*action=\"(/enrollments/[^\"]+)\".*", "$1"), "");

    assertThat(player.uri().getPath()).isEqualTo("/scorm/player/player.html");
    assertThat(get("/statements").body()).contains("registered", "launched", "Ann Mercer");
    assertThat(get("/learning").body()).contains("Fire safety", "In progress");
    assertThat(get("/health").body()).contains("All is done.");
  }

  @Test
  void a_page_is_read_and_confirmed_before_the_quiz_opens() throws Exception {
    post("/sample-course", "");
    String course = post("/courses/first-day/enrol", "").body();
    String units = course.replaceAll("(?s).*action=\"(/enrollments/[^/]+/units/).*", "$1");

    assertThat(course)
        .contains("opens after Welcome to the warehouse")
        .doesNotContain("quiz/launch");
    says(post(units + "quiz/launch", ""), 409, "That is not possible");
    HttpResponse<String> page = post(units + "welcome/launch", "");
    String frame = page.body().replaceAll("(?s).*<iframe[^>]+src=\"([^\"]+)\".*", "$1");
    HttpResponse<String> read = post(page.uri().getPath(), "confirm=yes");

    assertThat(page.body()).contains("I have read this");
    assertThat(frame).startsWith("http://localhost:" + academy.port() + "/files/content/");
    assertThat(at(frame).body()).contains("Your first shift begins with three habits.");
    assertThat(at(frame.replace("localhost", "127.0.0.1")).statusCode()).isEqualTo(403);
    assertThat(at(frame + "x").statusCode()).isEqualTo(404);
    assertThat(read.uri().getPath()).isEqualTo("/courses/first-day");
    assertThat(read.body()).contains("Completed Welcome to the warehouse");
    assertThat(post(units + "quiz/launch", "").uri().getPath()).endsWith("/player.html");
    post("/learner", "learner=ben");
    says(get(page.uri().getPath()), 404, "Nothing here");
  }

  @Test
  void a_link_is_done_when_it_was_opened() throws Exception {
    post("/sample-course", "");
    String course = post("/courses/first-day/enrol", "").body();
    String units = course.replaceAll("(?s).*action=\"(/enrollments/[^/]+/units/).*", "$1");

    HttpResponse<String> link = post(units + "advice/launch", "");

    assertThat(link.body()).contains("https://en.wikipedia.org/wiki/Fire_extinguisher");
    assertThat(link.body()).doesNotContain("I have read this");
    assertThat(post(link.uri().getPath(), "").body()).contains("Completed How extinguishers work");
  }

  @Test
  void forms_of_other_sites_are_refused_and_pages_cannot_be_framed() throws Exception {
    HttpRequest foreign = request("/samples/fire-safety.zip")
        .header("Origin", "https://elsewhere.example")
        .POST(BodyPublishers.noBody())
        .build();

    says(send(foreign), 403, "Not from here");
    assertThat(get("/").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'");
  }

  @Test
  void content_has_an_origin_of_its_own_where_no_page_is() throws Exception {
    post("/samples/fire-safety.zip", "");
    String course = post("/courses/fire-safety/enrol", "").body();
    String player = post(course.replaceAll("(?s).*action=\"(/enrollments/[^\"]+)\".*", "$1"), "")
        .uri()
        .getQuery();

    String launch = get(player.replace("base=", "") + "/launch").body();
    String content = launch.replaceAll("(?s).*\"href\":\"([^\"]+)\".*", "$1");

    String elsewhere = "http://localhost:" + academy.port();
    assertThat(content).startsWith(elsewhere + "/scorm/content/").endsWith("/index.html");
    assertThat(launch).contains(elsewhere + "/scorm/player/frame.html", "/courses/fire-safety");
    assertThat(at(content).body()).contains("Fire safety quiz");
    assertThat(at(content).headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'self' http://127.0.0.1:" + academy.port() + "; sandbox ");
    assertThat(get(content.replace(elsewhere, "")).statusCode()).isEqualTo(403);
    assertThat(at(elsewhere + player.replace("base=", "") + "/launch").statusCode())
        .isEqualTo(403);
    assertThat(at(elsewhere + "/learning").uri().getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void launch_is_reached_by_its_signed_link_alone() throws Exception {
    post("/samples/fire-safety.zip", "");
    String course = post("/courses/fire-safety/enrol", "").body();
    String link = post(course.replaceAll("(?s).*action=\"(/enrollments/[^\"]+)\".*", "$1"), "")
        .uri()
        .getQuery()
        .replace("base=", "");

    assertThat(get(link + "/launch").statusCode()).isEqualTo(200);
    assertThat(get(link.replaceFirst("~.*", "") + "/launch").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> at(String address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address)).build());
  }

  private static void says(HttpResponse<String> answer, int status, String heading) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("<h1>" + heading + "</h1>", "class=\"button quiet\"");
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  private HttpRequest.Builder request(String path) {
    return academy.request(path);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return academy.send(request);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return academy.get(path);
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return academy.post(path, form);
  }

  private HttpResponse<String> upload(String name, byte[] bytes)
      throws IOException, InterruptedException {
    String head = "--cut\r\nContent-Disposition: form-data; name=\"package\"; filename=\"" + name
        + "\"\r\nContent-Type: application/zip\r\n\r\n";
    List<byte[]> body = new ArrayList<>();
    body.add(head.getBytes(UTF_8));
    body.add(bytes);
    body.add("\r\n--cut--\r\n".getBytes(UTF_8));
    return send(request("/import")
        .header("Content-Type", "multipart/form-data; boundary=cut")
        .POST(BodyPublishers.ofByteArrays(body))
        .build());
  }

  private byte[] sample(SamplePackage sample) throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      sample.zip(out);
      return out.toByteArray();
    }
  }
}
