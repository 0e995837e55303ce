package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.lmskit.internal.json.CanonicalWriter;
import org.lmskit.internal.json.Forms;
import org.lmskit.model.CourseId;
import org.lmskit.model.Rational;
import org.lmskit.model.Sha256;

/** What is written without a generator is what the generator writes, in order. */
class CanonicalWriterTest {
  enum Named {
    ONE;

    @Override
    public String toString() {
      return "one";
    }
  }

  record Numbers(
      int count,
      long large,
      @Nullable Integer maybe,
      @Nullable Long far,
      boolean flag,
      @Nullable Boolean known,
      BigDecimal exact,
      Rational part) {}

  record Times(
      Instant at,
      LocalDate on,
      LocalTime from,
      LocalDateTime until,
      Duration took,
      Period period,
      ZoneId zone) {}

  record Everything(
      @Nullable String text,
      CourseId id,
      Numbers numbers,
      @Nullable Times times,
      Map<String, CourseId> byName,
      Map<CourseId, List<Integer>> byId,
      Map<Colour, String> byColour,
      SortedMap<String, Dot> sorted,
      Set<Colour> colours,
      SortedSet<String> words,
      List<Shape> shapes,
      @Nullable Circle concrete,
      UUID uuid,
      URI uri,
      Sha256 hash) {}

  private static final String LETTERS =
      "aZ\"\\/\b\f\n\r\t\u0000\u0001\u001f\u007f\u2028ü€\ud83d\ude00\ud83d";
  private static final Forms FORMS = new Forms(List.of());

  @Property(tries = 2_000)
  void whatever_it_writes_the_generator_writes_too(@ForAll long seed) {
    Everything value = everything(new Random(seed));

    String text = new CanonicalWriter<>(Everything.class, FORMS).write(value);

    if (text != null) {
      assertThat(text).isEqualTo(Generated.text(Everything.class, value));
    }
    assertThat(text != null).isEqualTo(value.byName().keySet().stream().allMatch(this::isPlain));
  }

  private boolean isPlain(String name) {
    return name.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
  }

  record Double(double value, double other) {}

  record Holes(List<String> texts) {}

  record Gaps(Map<String, String> texts) {}

  record Odd(Named name) {}

  @Example
  void leaves_to_the_generator_what_it_does_not_know() {
    List<String> holes = new ArrayList<>();
    holes.add(null);
    Map<String, String> gaps = new HashMap<>();
    gaps.put("a", null);
    Nested deep = new Nested(null, "");
    for (int i = 0; i < 300; i++) {
      deep = new Nested(deep, "");
    }

    assertThat(written(Double.class, new Double(1, 2))).isNull();
    assertThat(written(Holes.class, new Holes(holes))).isNull();
    assertThat(written(Gaps.class, new Gaps(gaps))).isNull();
    assertThat(written(Odd.class, new Odd(Named.ONE))).isNull();
    assertThat(written(Nested.class, deep)).isNull();
    assertThat(JsonBody.of(Holes.class).write().apply(new Holes(holes)))
        .isEqualTo("{\"texts\":[null]}");
    assertThat(JsonBody.of(Gaps.class).write().apply(new Gaps(gaps))).isEqualTo("{\"texts\":{}}");
  }

  private static <T> @Nullable String written(Class<T> type, T value) {
    return new CanonicalWriter<>(type, FORMS).write(value);
  }

  private static Everything everything(Random random) {
    return new Everything(
        maybe(random, () -> text(random)),
        new CourseId("c" + random.nextInt()),
        numbers(random),
        maybe(random, () -> times(random)),
        Map.of(
            random.nextInt(9) > 0 ? "b" : text(random) + "_",
            new CourseId("2"),
            "a€",
            new CourseId("1")),
        Map.of(new CourseId("x y"), List.of(1, 2), new CourseId("x"), List.of()),
        Map.of(Colour.RED, text(random), Colour.GREEN, ""),
        new TreeMap<>(Map.of("b", new Dot(), "B", new Dot(), "b c", new Dot())),
        random.nextBoolean() ? Set.of() : Set.of(Colour.RED, Colour.GREEN),
        new TreeSet<>(List.of("b", "a", text(random))),
        List.of(
            new Square(new CourseId("s"), exact(random), maybe(random, Dot::new)),
            new Dot(),
            new Circle(random.nextLong(), text(random))),
        maybe(random, () -> new Circle(random.nextInt(), "z")),
        new UUID(random.nextLong(), random.nextLong()),
        URI.create("https://example.org/ü?a=%22&b='" + random.nextInt()),
        Sha256.of(new byte[] {(byte) random.nextInt()}));
  }

  private static Numbers numbers(Random random) {
    return new Numbers(
        random.nextInt(),
        random.nextLong(),
        maybe(random, random::nextInt),
        maybe(random, () -> (long) random.nextInt()),
        random.nextBoolean(),
        maybe(random, random::nextBoolean),
        exact(random),
        Rational.of(random.nextInt(100), 1 + random.nextInt(9)));
  }

  private static Times times(Random random) {
    long day = random.nextInt(8_000_000) - 4_000_000;
    long nanos = random.nextLong(86_400_000_000_000L);
    long[] units = {
      1, 1_000, 1_000_000, 10_000_000, 1_000_000_000, 60_000_000_000L, 3_600_000_000_000L
    };
    long unit = units[random.nextInt(units.length)];
    long cut = nanos / unit * unit;
    LocalTime time = LocalTime.ofNanoOfDay(cut);
    long seconds = day * 86_400 / (random.nextBoolean() ? 1 : 1_000) + cut / 1_000_000_000;
    return new Times(
        Instant.ofEpochSecond(seconds, cut % 1_000_000_000),
        LocalDate.ofEpochDay(day),
        time,
        LocalDateTime.of(LocalDate.ofEpochDay(day), time),
        Duration.ofNanos(random.nextLong() / unit),
        Period.of(random.nextInt(3) - 1, random.nextInt(20) - 9, random.nextInt(99)),
        ZoneId.of(random.nextBoolean() ? "Europe/Lisbon" : "+02:30"));
  }

  private static BigDecimal exact(Random random) {
    return BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(24) - 12);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static <V> @Nullable V maybe(Random random, Supplier<V> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
