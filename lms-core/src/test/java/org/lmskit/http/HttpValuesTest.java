package org.lmskit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class HttpValuesTest {
  @Property(tries = 300)
  void query_reads_back_what_it_writes(
      @ForAll List<@CharRange(from = ' ', to = '\uD7FF') String> names,
      @ForAll @AlphaChars String value) {
    HttpQuery query = HttpQuery.NONE;
    for (String name : names) {
      query = query.and("n" + name, value + name);
    }

    assertThat(HttpQuery.parse(query.toString())).isEqualTo(query);
  }

  @Test
  void query_keeps_order_and_repetition_and_ignores_empty_pairs() {
    HttpQuery query = HttpQuery.parse("b=1&&a=2&b=&c=x=y");

    assertThat(query.names()).containsExactly("b", "a", "c");
    assertThat(query.all("b")).containsExactly("1", "");
    assertThat(query.first("c")).contains("x=y");
    assertThat(query.first("d")).isEmpty();
  }

  @Test
  void broken_escapes_are_bad_requests() {
    for (String broken : List.of("a=%", "a=%4", "a=%zz", "%C3=1")) {
      assertThatThrownBy(() -> HttpQuery.parse(broken))
          .isInstanceOfSatisfying(
              HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
    }
  }

  @Test
  void header_values_cannot_split_a_message() {
    assertThatThrownBy(() -> HttpHeaders.of("Location", "/x\r\nSet-Cookie: a=b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Location");
    assertThatThrownBy(() -> HttpHeaders.of("Bad name", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void request_moves_its_base_down() {
    HttpRequest request = HttpRequest.of("GET", "/lrs/xapi/statements?limit=1");

    HttpRequest below = request.below("/lrs").below("/xapi");

    assertThat(below.base()).isEqualTo("/lrs/xapi");
    assertThat(below.path()).isEqualTo("/statements");
    assertThat(below.below("/statements").path()).isEqualTo("/");
    assertThatThrownBy(() -> request.below("/lr")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void body_of_exactly_the_limit_is_read() throws Exception {
    byte[] bytes = "four".getBytes(StandardCharsets.UTF_8);
    HttpRequest request = HttpRequest.of("POST", "/").withBody("Text/Plain; charset=utf-8", bytes);

    assertThat(request.readBody(4)).isEqualTo(bytes);
    assertThat(request.contentType()).contains("text/plain");
    assertThat(request.contentLength()).hasValue(4);
  }

  @Test
  void body_that_lied_about_its_length_is_still_limited() {
    HttpRequest request = HttpRequest.of("POST", "/")
        .withBody("text/plain", new byte[100])
        .withHeader("Content-Length", "1");

    assertThatThrownBy(() -> request.readBody(99))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(413));
  }
}
