package org.lmskit.internal.json;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/** Values without parts. */
final class Scalars {
  private static final int MOST_CHARACTERS = 200;
  private static final Map<Class<?>, Form> KNOWN = known();

  /** Both directions of one type. */
  private record Scalar(Function<Text, @Nullable Object> reads, BiConsumer<Object, Out> writes)
      implements Form {
    @Override
    public @Nullable Object read(Text in) {
      return reads.apply(in);
    }

    @Override
    public boolean write(Object value, Out out) {
      writes.accept(value, out);
      return true;
    }
  }

  private Scalars() {}

  /** The form of a type; null if it is none of these. */
  static @Nullable Form of(Class<?> type) {
    return type.isEnum() ? ofEnum(type) : KNOWN.get(type);
  }

  private static Map<Class<?>, Form> known() {
    Map<Class<?>, Form> forms = new HashMap<>();
    Form truth = new Scalar(Scalars::truth, (value, out) -> out.raw(value.toString()));
    Form integer = new Scalar(Scalars::integer, (value, out) -> out.number((Integer) value));
    Form number = new Scalar(Text::number, (value, out) -> out.number((Long) value));
    forms.put(String.class, new Scalar(Text::string, (value, out) -> out.string((String) value)));
    forms.put(boolean.class, truth);
    forms.put(Boolean.class, truth);
    forms.put(int.class, integer);
    forms.put(Integer.class, integer);
    forms.put(long.class, number);
    forms.put(Long.class, number);
    forms.put(LocalDate.class, text(Times::day));
    forms.put(
        Instant.class,
        new Scalar(
            in -> of(in, Times::instant), (value, out) -> Times.write((Instant) value, out)));
    forms.put(LocalTime.class, time(LocalTime::parse, DateTimeFormatter.ISO_LOCAL_TIME));
    forms.put(
        LocalDateTime.class, time(LocalDateTime::parse, DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    forms.put(Duration.class, text(Duration::parse));
    forms.put(Period.class, text(Period::parse));
    forms.put(ZoneId.class, text(ZoneId::of));
    forms.put(UUID.class, text(Scalars::uuid));
    forms.put(BigDecimal.class, text(BigDecimal::new));
    forms.put(Rational.class, text(Rational::parse));
    forms.put(URI.class, text(URI::create));
    return Map.copyOf(forms);
  }

  /** Values that are written as what {@link Object#toString()} says. */
  private static Form text(Function<String, @Nullable Object> parse) {
    return new Scalar(in -> of(in, parse), (value, out) -> out.string(value.toString()));
  }

  private static Form time(Function<String, @Nullable Object> parse, DateTimeFormatter format) {
    return new Scalar(
        in -> of(in, parse), (value, out) -> out.string(format.format((TemporalAccessor) value)));
  }

  /** What a text says; not if it is empty, long, or has what a parser might trim. */
  private static @Nullable Object of(Text in, Function<String, @Nullable Object> parse) {
    String text = in.string();
    if (text == null || text.isEmpty() || text.length() > MOST_CHARACTERS || isPadded(text)) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  private static boolean isPadded(String text) {
    return text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
  }

  private static @Nullable Object truth(Text in) {
    if (in.word("true")) {
      return true;
    }
    return in.word("false") ? false : null;
  }

  private static @Nullable Object integer(Text in) {
    Long number = in.number();
    return number == null || number.intValue() != number ? null : number.intValue();
  }

  private static @Nullable Object uuid(String text) {
    UUID id = UUID.fromString(text);
    // Java takes groups of other lengths
    return id.toString().equals(text) ? id : null;
  }

  /** Constants whose text is their name. */
  private static Form ofEnum(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(((Enum<?>) constant).name())) {
        constants.put(constant.toString(), constant);
      }
    }
    boolean isPlain = constants.size() == Arrays.asList(type.getEnumConstants()).size();
    return isPlain
        ? new Scalar(in -> named(in, constants), (value, out) -> out.string(value.toString()))
        : Form.UNKNOWN;
  }

  private static @Nullable Object named(Text in, Map<String, Object> constants) {
    String name = in.string();
    return name == null ? null : constants.get(name);
  }
}
