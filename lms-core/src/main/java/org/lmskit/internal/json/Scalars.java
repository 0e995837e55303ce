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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Rational;

/** Values without parts. */
final class Scalars {
  private static final int MOST_CHARACTERS = 200;
  private static final Map<Class<?>, Form> KNOWN = known();

  private Scalars() {}

  /** The form of a type; null if it is none of these. */
  static @Nullable Form of(Class<?> type) {
    return type.isEnum() ? ofEnum(type) : KNOWN.get(type);
  }

  private static Map<Class<?>, Form> known() {
    Map<Class<?>, Form> forms = new HashMap<>();
    forms.put(String.class, Text::string);
    forms.put(boolean.class, Scalars::truth);
    forms.put(Boolean.class, Scalars::truth);
    forms.put(int.class, Scalars::integer);
    forms.put(Integer.class, Scalars::integer);
    forms.put(long.class, Text::number);
    forms.put(Long.class, Text::number);
    forms.put(LocalDate.class, in -> of(in, Times::day));
    forms.put(Instant.class, in -> of(in, Times::instant));
    forms.put(LocalTime.class, in -> of(in, LocalTime::parse));
    forms.put(LocalDateTime.class, in -> of(in, LocalDateTime::parse));
    forms.put(Duration.class, in -> of(in, Duration::parse));
    forms.put(Period.class, in -> of(in, Period::parse));
    forms.put(ZoneId.class, in -> of(in, ZoneId::of));
    forms.put(UUID.class, in -> of(in, Scalars::uuid));
    forms.put(BigDecimal.class, in -> of(in, BigDecimal::new));
    forms.put(Rational.class, in -> of(in, Rational::parse));
    forms.put(URI.class, in -> of(in, URI::create));
    return Map.copyOf(forms);
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
    return isPlain ? in -> named(in, constants) : Form.UNKNOWN;
  }

  private static @Nullable Object named(Text in, Map<String, Object> constants) {
    String name = in.string();
    return name == null ? null : constants.get(name);
  }
}
