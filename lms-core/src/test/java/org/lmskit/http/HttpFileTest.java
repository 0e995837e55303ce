package org.lmskit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpFileTest {
  private static final byte[] BYTES = "0123456789".getBytes(StandardCharsets.US_ASCII);
  private static final HttpFile FILE = new HttpFile(
      "text/plain",
      10,
      "v1",
      (from, length) -> new ByteArrayInputStream(BYTES, (int) from, (int) length));

  private static HttpRequest get() {
    return HttpRequest.of("GET", "/f");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, bytes 0-0/10",
    "bytes=2-4, 234, bytes 2-4/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=7-99, 789, bytes 7-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "bytes=-99, 0123456789, bytes 0-9/10",
  })
  void range_is_answered_with_its_part(String range, String part, String contentRange)
      throws IOException {
    HttpResponse answer = FILE.answer(get().withHeader("Range", range));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(new String(answer.body().bytes(), StandardCharsets.US_ASCII)).isEqualTo(part);
    assertThat(answer.headers().first("Content-Range")).contains(contentRange);
    assertThat(answer.headers().first("ETag")).contains("\"v1\"");
  }

  @ParameterizedTest
  @CsvSource({"bytes=10-", "bytes=10-11", "bytes=-0", "bytes=999999999999999999-"})
  void range_outside_is_refused_with_the_size(String range) {
    HttpResponse answer = FILE.answer(get().withHeader("Range", range));

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.headers().first("Content-Range")).contains("bytes */10");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "bytes=4-2",
        "bytes=-",
        "bytes=a-b",
        "lines=1-2",
        "bytes=0-1,3-4",
        "bytes=1-99999999999999999999"
      },
      delimiter = '|')
  void range_that_cannot_be_understood_is_ignored(String range) throws IOException {
    HttpResponse answer = FILE.answer(get().withHeader("Range", range));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().bytes()).isEqualTo(BYTES);
    assertThat(answer.headers().first("Accept-Ranges")).contains("bytes");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"\"v1\"", "W/\"v1\"", "*", "\"v0\", \"v1\""},
      delimiter = '|')
  void client_that_has_it_gets_not_modified(String condition) {
    HttpResponse answer = FILE.answer(get().withHeader("If-None-Match", condition));

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.headers().first("ETag")).contains("\"v1\"");
  }

  @Test
  void client_that_has_another_gets_all_of_it() {
    assertThat(FILE.answer(get().withHeader("If-None-Match", "\"v0\"")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"\"v1\", 206", "\"v0\", 200", "W/\"v1\", 200", "'Wed, 21 Oct 2026 07:28:00 GMT', 200"
  })
  void range_of_another_version_is_not_served(String condition, int status) {
    HttpRequest request = get().withHeader("Range", "bytes=1-2").withHeader("If-Range", condition);

    assertThat(FILE.answer(request).status()).isEqualTo(status);
  }

  @Test
  void head_ignores_the_range_and_other_methods_are_refused() {
    HttpRequest head = HttpRequest.of("HEAD", "/f").withHeader("Range", "bytes=1-2");

    assertThat(FILE.answer(head).status()).isEqualTo(200);
    assertThat(FILE.answer(head).body().length()).hasValue(10);
    assertThat(FILE.answer(HttpRequest.of("PUT", "/f")).status()).isEqualTo(405);
    assertThat(FILE.answer(HttpRequest.of("PUT", "/f")).headers().first("Allow"))
        .contains("GET, HEAD");
  }
}
