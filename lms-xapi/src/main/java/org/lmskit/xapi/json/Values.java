package org.lmskit.xapi.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.IsoDuration;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.LanguageTag;
import tools.jackson.core.JsonToken;

/** Reads the simple values of a statement; null means that a problem was reported. */
final class Values {
  private static final int NEAR = 64;
  private static final int MAX_SCALE = 10_000;

  private final Tokens in;
  private final @Nullable Iri[] near = new @Nullable Iri[NEAR];

  Values(Tokens in) {
    this.in = in;
  }

  @Nullable
  Iri iri() {
    String text = in.string();
    if (text == null) return null;
    Iri iri = iri(text);
    if (iri != null) return iri;
    in.report(Rule.IRI, Tokens.quote(text) + " is not an absolute IRI: write it with its scheme");
    return null;
  }

  /** The IRI that a text is, one object for texts that are repeated; null if it is none. */
  @Nullable
  Iri iri(String text) {
    int length = text.length();
    if (length < 2) return null;
    // The ends differ most; a hash of all characters costs more than judging them.
    int slot = length * 31 + text.charAt(length - 1) + 7 * text.charAt(length - 2) & NEAR - 1;
    Iri known = near[slot];
    if (known != null && known.value().equals(text)) return known;
    if (!Iri.isAbsolute(text)) return null;
    Iri iri = new Iri(text);
    near[slot] = iri;
    return iri;
  }

  @Nullable
  UUID uuid() {
    String text = in.string();
    if (text == null) return null;
    UUID id = Uuids.parse(text);
    if (id == null)
      in.report(Rule.UUID, Tokens.quote(text) + " is not a UUID in its standard form");
    return id;
  }

  @Nullable
  Instant timestamp() {
    String text = in.string();
    if (text == null) return null;
    Instant instant = Timestamps.parse(text);
    if (instant == null) {
      in.report(
          Rule.TIMESTAMP, Tokens.quote(text) + " is not an RFC 3339 timestamp with its offset");
    }
    return instant;
  }

  @Nullable
  IsoDuration duration() {
    String text = in.string();
    if (text == null) return null;
    if (IsoDuration.isValid(text)) return new IsoDuration(text);
    in.report(Rule.DURATION, Tokens.quote(text) + " is not an ISO 8601 duration");
    return null;
  }

  @Nullable
  String language() {
    String text = in.string();
    if (text == null) return null;
    if (LanguageTag.isWellFormed(text)) return text;
    in.report(Rule.LANGUAGE, Tokens.quote(text) + " is not an RFC 5646 language tag");
    return null;
  }

  @Nullable
  BigDecimal number() {
    if (!in.parser().currentToken().isNumeric()) {
      in.wrongType("a number");
      return null;
    }
    BigDecimal number = decimal();
    if (number == null) {
      String text = Tokens.quote(in.parser().getString());
      in.report(Rule.LIMIT, "the exponent of " + text + " is beyond " + MAX_SCALE);
    }
    return number;
  }

  /** The number here; null if its exponent is so large that sums with it would fill the memory. */
  private @Nullable BigDecimal decimal() {
    try {
      BigDecimal number = in.parser().getDecimalValue();
      return Math.abs((long) number.scale()) > MAX_SCALE ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  LanguageMap languageMap() {
    if (!in.openObject()) return LanguageMap.NONE;
    Map<String, String> values = Map.of();
    while (in.nextProperty()) {
      String tag = in.name();
      String text = in.string();
      if (!LanguageTag.isWellFormed(tag)) {
        in.report(Rule.LANGUAGE, Tokens.quote(tag) + " is not an RFC 5646 language tag");
      } else if (text != null) {
        values = with(values, tag, text);
      }
    }
    return values.isEmpty() ? LanguageMap.NONE : new LanguageMap(values);
  }

  Extensions extensions() {
    if (!in.openObject()) return Extensions.NONE;
    Map<Iri, JsonValue> values = Map.of();
    while (in.nextEntry()) {
      String key = in.name();
      Iri iri = iri(key);
      if (iri == null) in.report(Rule.EXTENSION, Tokens.quote(key) + " is not an absolute IRI");
      String json = in.raw();
      if (iri != null) values = with(values, iri, new JsonValue(json));
    }
    return values.isEmpty() ? Extensions.NONE : new Extensions(values);
  }

  /** A map with one more entry; most have one, which needs no table. */
  private static <K, V> Map<K, V> with(Map<K, V> values, K key, V value) {
    if (values.isEmpty()) return Map.of(key, value);
    Map<K, V> more = values.size() == 1 ? new LinkedHashMap<>(values) : values;
    more.put(key, value);
    return more;
  }

  /** Reads an array; elements that are null were reported. */
  <T> List<T> list(Supplier<@Nullable T> element) {
    if (!in.is(JsonToken.START_ARRAY)) {
      in.wrongType("an array");
      return List.of();
    }
    List<T> values = new ArrayList<>(4);
    while (in.advance() != JsonToken.END_ARRAY) {
      T value = element.get();
      if (value != null) values.add(value);
    }
    return values;
  }
}
