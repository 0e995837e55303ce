package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lmskit.internal.Shapes.Dot;
import org.lmskit.internal.Shapes.Shape;
import org.lmskit.internal.Shapes.Square;
import org.lmskit.model.CourseId;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Body;

class JsonBodyTest {
  record Everything(
      String text,
      int count,
      boolean flag,
      CourseId id,
      Map<String, CourseId> byName,
      List<Shape> shapes,
      Instant at,
      LocalDate on,
      Duration took,
      Period period,
      ZoneId zone,
      UUID uuid,
      Sha256 hash,
      BigDecimal exact,
      @Nullable String absent) {}

  record Grown(String name, String colour) {}

  private static final Everything ALL = new Everything(
      "a \"quoted\" ü",
      7,
      true,
      new CourseId("c"),
      Map.of("b", new CourseId("2"), "a", new CourseId("1")),
      List.of(new Square(new CourseId("x"), new BigDecimal("1.10"), null), new Dot()),
      Instant.parse("2026-01-02T03:04:05.006Z"),
      LocalDate.of(2026, 2, 3),
      Duration.ofMinutes(90),
      Period.ofMonths(12),
      ZoneId.of("Europe/Lisbon"),
      UUID.fromString("00000000-0000-4000-8000-000000000000"),
      Sha256.of(new byte[0]),
      new BigDecimal("0.10"),
      null);

  @Test
  void a_record_reads_back_equal_and_gives_the_same_text_again() {
    Body<Everything> body = JsonBody.of(Everything.class);

    String text = body.write().apply(ALL);

    assertThat(body.read().apply(text)).isEqualTo(ALL);
    assertThat(body.write().apply(body.read().apply(text))).isEqualTo(text);
  }

  @Test
  void text_is_canonical() {
    assertThat(JsonBody.of(Everything.class).write().apply(ALL))
        .isEqualTo(
            "{\"at\":\"2026-01-02T03:04:05.006Z\",\"byName\":{\"a\":\"1\",\"b\":\"2\"},\"count\":7,"
                + "\"exact\":\"0.10\",\"flag\":true,\"hash\":\"" + Sha256.of(new byte[0])
                + "\",\"id\":\"c\","
                + "\"on\":\"2026-02-03\",\"period\":\"P12M\","
                + "\"shapes\":[{\"course\":\"x\",\"side\":\"1.10\",\"type\":\"Square\"},{\"type\":\"Dot\"}],"
                + "\"text\":\"a \\\"quoted\\\" ü\",\"took\":\"PT1H30M\","
                + "\"uuid\":\"00000000-0000-4000-8000-000000000000\",\"zone\":\"Europe/Lisbon\"}");
  }

  @Test
  void a_body_of_an_older_shape_is_upcast() {
    Body<Grown> body = JsonBody.of(
        Grown.class, List.of(old -> old.replace("\"label\":", "\"colour\":\"red\",\"name\":")));

    assertThat(body.read().apply("{\"label\":\"a\"}")).isEqualTo(new Grown("a", "red"));
    assertThat(body.write().apply(new Grown("b", "blue")))
        .isEqualTo("{\"colour\":\"blue\",\"name\":\"b\",\"v\":2}");
    assertThat(body.read().apply("{\"colour\":\"blue\",\"name\":\"b\",\"v\":2}"))
        .isEqualTo(new Grown("b", "blue"));
  }

  @Test
  void broken_text_is_a_store_failure_and_never_a_guess() {
    Body<Grown> body = JsonBody.of(Grown.class);

    for (String broken :
        List.of("{", "{\"name\":\"a\",\"name\":\"b\"}", "{\"unknown\":1}", "{} {}")) {
      assertThatThrownBy(() -> body.read().apply(broken)).isInstanceOf(StoreFailureException.class);
    }
  }

  record Derived(int from, int to) {
    public boolean isNothing() {
      return from == to;
    }
  }

  @Test
  void only_components_are_stored_not_what_is_derived_from_them() {
    Body<Derived> body = JsonBody.of(Derived.class);

    assertThat(body.write().apply(new Derived(1, 3))).isEqualTo("{\"from\":1,\"to\":3}");
    assertThat(body.read().apply("{\"from\":1,\"to\":3}")).isEqualTo(new Derived(1, 3));
  }
}
