package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value type of the table.
 *
 * @param values its vocabulary; empty if it has none
 * @param or the type that is accepted beside the vocabulary
 * @param pattern what it must match as a whole
 * @param lenient the pattern while {@code lenientWhen} is on
 * @param min smallest number
 * @param max largest number
 * @param unbounded the switch that takes the range away
 * @param maxLength most characters, 0 if the version sets no limit
 * @param spm smallest permitted maximum of characters, 0 if the version names none
 * @param limit the switch that says how many characters are kept
 * @param isLocalized whether a language may stand in front
 * @param isLanguage whether it is a language code
 * @param languages the codes of ISO 639-1 and 639-2
 * @param responses {@code response} or {@code pattern} if the interaction's type decides; else empty
 * @param blankUnsets whether the empty string takes the value away
 * @param finals values that do not go back while the switch statusMayRegress is off
 */
record ValueType(
    List<String> values,
    @Nullable ValueType or,
    @Nullable Pattern pattern,
    @Nullable Pattern lenient,
    @Nullable Switch lenientWhen,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    @Nullable Switch unbounded,
    int maxLength,
    int spm,
    Switch limit,
    boolean isLocalized,
    boolean isLanguage,
    Set<String> languages,
    String responses,
    boolean blankUnsets,
    List<String> finals) {
  private static final String LANGUAGE = "{lang=";
  private static final Pattern LANGUAGE_TAG =
      Pattern.compile("([A-Za-z]{1,3})(-[A-Za-z0-9]{2,8})*");

  static ValueType of(JsonNode json, Set<String> languages, Map<String, ValueType> earlier) {
    var lenient = json.path("lenient");
    return new ValueType(
        CmiRow.strings(json.path("values")),
        earlier.get(json.path("or").asString("")),
        pattern(json.path("pattern")),
        pattern(lenient.path("pattern")),
        lenient.has("when") ? Switch.of(lenient.path("when").asString()) : null,
        number(json.path("min")),
        number(json.path("max")),
        json.has("unbounded") ? Switch.of(json.path("unbounded").asString()) : null,
        json.path("maxLength").asInt(0),
        json.path("spm").asInt(0),
        json.has("limit") ? Switch.of(json.path("limit").asString()) : Switch.VALUE_LIMIT,
        json.has("localized"),
        json.has("language"),
        languages,
        json.path("responses").asString(""),
        json.has("blank"),
        CmiRow.strings(json.path("final")));
  }

  private static @Nullable Pattern pattern(JsonNode json) {
    return json.isString() ? Pattern.compile(json.asString()) : null;
  }

  private static @Nullable BigDecimal number(JsonNode json) {
    return json.isString() ? new BigDecimal(json.asString()) : null;
  }

  /** What is wrong with the value, in the order limit, type, range. */
  Fault check(String value, Compatibility switches) {
    if (isLonger(value, switches.value(limit))) {
      return Fault.LIMIT;
    }
    if (isTooLong(value, switches) || !hasForm(value, switches)) {
      return Fault.TYPE;
    }
    return isInRange(value, switches) ? Fault.NONE : Fault.RANGE;
  }

  private boolean isTooLong(String value, Compatibility switches) {
    return maxLength > 0 && isLonger(value, maxLength)
        || spm > 0 && switches.is(Switch.STRICT_LIMITS) && isLonger(withoutLanguage(value), spm);
  }

  /** A character outside the basic plane is one, though a string counts it as two. */
  private static boolean isLonger(String value, int limit) {
    return value.length() > limit && value.codePointCount(0, value.length()) > limit;
  }

  /** The language in front of a localized string does not count: it has a limit of its own. */
  private String withoutLanguage(String value) {
    boolean hasLanguage = isLocalized && value.startsWith(LANGUAGE);
    return hasLanguage ? value.substring(value.indexOf('}') + 1) : value;
  }

  private boolean hasForm(String value, Compatibility switches) {
    if (!values.isEmpty()) {
      return values.contains(value) || or != null && or.check(value, switches) == Fault.NONE;
    }
    if (isLanguage) {
      return value.isEmpty() || isLanguage(value);
    }
    return isLocalized ? hasLanguage(value) : matches(value, switches);
  }

  private boolean matches(String value, Compatibility switches) {
    if (pattern == null || pattern.matcher(value).matches()) {
      return true;
    }
    return lenient != null
        && lenientWhen != null
        && switches.is(lenientWhen)
        && lenient.matcher(value).matches();
  }

  /** Whether the language in front of a localized string, if there is one, is a language. */
  private boolean hasLanguage(String value) {
    if (!value.startsWith(LANGUAGE)) {
      return true;
    }
    int end = value.indexOf('}');
    return end > 0 && isLanguage(value.substring(LANGUAGE.length(), end));
  }

  private boolean isLanguage(String tag) {
    var matcher = LANGUAGE_TAG.matcher(tag);
    if (!matcher.matches()) {
      return false;
    }
    var code = matcher.group(1).toLowerCase(Locale.ROOT);
    // RFC 1766: i is for registered and x for private languages
    return languages.contains(code) || tag.contains("-") && (code.equals("i") || code.equals("x"));
  }

  private boolean isInRange(String value, Compatibility switches) {
    if (min == null && max == null || value.isEmpty()) {
      return true;
    }
    if (unbounded != null && switches.is(unbounded)) {
      return true;
    }
    var number = new BigDecimal(value);
    return (min == null || number.compareTo(min) >= 0)
        && (max == null || number.compareTo(max) <= 0);
  }
}
