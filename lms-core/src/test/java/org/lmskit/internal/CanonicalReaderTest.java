package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Shapes.Circle;
import org.lmskit.internal.Shapes.Colour;
import org.lmskit.internal.Shapes.Dot;
import org.lmskit.internal.Shapes.Nested;
import org.lmskit.internal.Shapes.Shape;
import org.lmskit.internal.Shapes.Square;
import org.lmskit.internal.json.CanonicalReader;
import org.lmskit.internal.json.Forms;
import org.lmskit.model.CourseId;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;
import org.lmskit.store.Body;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** What is read without a parser is what the parser reads. */
class CanonicalReaderTest {
  record Everything(
      String text,
      int count,
      long large,
      boolean flag,
      CourseId id,
      Colour colour,
      Map<String, CourseId> byName,
      Map<CourseId, List<Integer>> byId,
      Map<Colour, String> byColour,
      Set<Colour> colours,
      List<Shape> shapes,
      Instant at,
      LocalDate on,
      Duration took,
      Period period,
      ZoneId zone,
      UUID uuid,
      Sha256 hash,
      BigDecimal exact,
      Rational part,
      @Nullable Integer maybe,
      @Nullable String absent) {}

  private static final Everything ALL = new Everything(
      "a \"quoted\" \\ ü\n\u0001😀",
      -7,
      Long.MAX_VALUE - 7,
      true,
      new CourseId("c"),
      Colour.GREEN,
      Map.of("b", new CourseId("2"), "a", new CourseId("1")),
      Map.of(new CourseId("x"), List.of(1, 2), new CourseId("y"), List.of()),
      Map.of(Colour.RED, "x"),
      Set.of(Colour.RED),
      List.of(
          new Square(new CourseId("{\"type\":\"Dot\"}"), new BigDecimal("1.10"), new Dot()),
          new Dot(),
          new Circle(3, "z")),
      Instant.parse("2026-01-02T03:04:05.006Z"),
      LocalDate.of(2024, 2, 29),
      Duration.ofMinutes(90),
      Period.ofMonths(12),
      ZoneId.of("Europe/Lisbon"),
      UUID.fromString("00000000-0000-4000-8000-000000000000"),
      Sha256.of(new byte[0]),
      new BigDecimal("0.10"),
      Rational.of(2, 3),
      5,
      null);

  private static final ObjectReader PARSER =
      CanonicalJson.mapper(List.of()).readerFor(Everything.class);
  private static final CanonicalReader<Everything> READER =
      new CanonicalReader<>(Everything.class, new Forms(List.of()));
  private static final String TEXT = JsonBody.of(Everything.class).write().apply(ALL);
  private static final String LETTERS = "{}[]\":,\\ 0123456789-.eEtfnulrabxyz\u0001ü";

  @Example
  void reads_canonical_text() {
    assertThat(READER.read(TEXT)).isEqualTo(ALL);
  }

  @Property(tries = 3_000)
  void whatever_it_reads_the_parser_reads_too(@ForAll long seed) {
    String text = changed(TEXT, new Random(seed));

    Everything read = READER.read(text);

    if (read != null) {
      assertThat(read).as(text).isEqualTo(parsed(text));
    }
  }

  @Example
  void leaves_to_the_parser_what_is_not_canonical() {
    CanonicalReader<Circle> reader = new CanonicalReader<>(Circle.class, new Forms(List.of()));
    assertThat(reader.read("{\"radius\":1,\"zebra\":\"z\"}")).isEqualTo(new Circle(1, "z"));

    for (String other : List.of(
        "{\"zebra\":\"z\",\"radius\":1}",
        "{\"radius\":1, \"zebra\":\"z\"}",
        "{\"radius\":1,\"zebra\":\"z\"} ",
        "{\"radius\":1,\"zebra\":null}",
        "{\"radius\":01,\"zebra\":\"z\"}",
        "{\"radius\":1.0,\"zebra\":\"z\"}",
        "{\"radius\":1,\"radius\":1,\"zebra\":\"z\"}",
        "{\"radius\":1,\"unknown\":1,\"zebra\":\"z\"}",
        "{\"zebra\":\"z\"}",
        "{\"radius\":1,\"zebra\":\"z\"",
        "{\"radius\":9223372036854775808,\"zebra\":\"z\"}",
        "{\"radius\":9999999999999999999,\"zebra\":\"z\"}")) {
      assertThat(reader.read(other)).as(other).isNull();
    }
  }

  record Bounded(int value, int limit) {
    Bounded {
      if (value > limit) {
        throw new IllegalArgumentException(value + " above " + limit);
      }
    }
  }

  @Example
  void leaves_to_the_parser_what_a_record_refuses() {
    CanonicalReader<Bounded> reader = new CanonicalReader<>(Bounded.class, new Forms(List.of()));

    assertThat(reader.read("{\"limit\":2,\"value\":1}")).isEqualTo(new Bounded(1, 2));
    assertThat(reader.read("{\"limit\":1,\"value\":2}")).isNull();
  }

  @Example
  void leaves_deep_text_to_the_parser() {
    String text =
        "{\"inside\":".repeat(10_000) + "{\"name\":\"\"}" + ",\"name\":\"\"}".repeat(10_000);

    assertThat(new CanonicalReader<>(Nested.class, new Forms(List.of())).read(text))
        .isNull();
  }

  @Example
  void a_shape_that_changed_is_the_parsers() {
    Body<Circle> body = JsonBody.of(
        Circle.class, List.of(old -> old.replace("\"size\":", "\"zebra\":\"z\",\"radius\":")));

    assertThat(body.read().apply("{\"size\":2}")).isEqualTo(new Circle(2, "z"));
  }

  /** Up to three characters are taken out, put in or replaced. */
  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(changed.length());
      String other = String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
      int end = Math.min(changed.length(), at + random.nextInt(3));
      changed.replace(at, end, random.nextBoolean() ? other : "");
    }
    return changed.toString();
  }

  private static @Nullable Everything parsed(String text) {
    try {
      return PARSER.readValue(text);
    } catch (JacksonException e) {
      return null;
    }
  }
}
